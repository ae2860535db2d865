// Runs before anything of the page: writes down when the function for scripts came.
Object.defineProperty(globalThis, "exchangeAdvisor", {
    configurable: true,
    set(value) {
        globalThis.cameAt = performance.now();
        Object.defineProperty(globalThis, "exchangeAdvisor", { value, configurable: true, writable: true, enumerable: true });
    },
});
