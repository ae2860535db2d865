// Assesses documents, given as JSON texts, one by one. Says of each what came back, as
// JSON, and whether that is made of plain objects only; or the error that was thrown.
// Of a text that is no JSON it says just that.
const [documents, options] = arguments;

const tag = (value) => Object.prototype.toString.call(value);

// Where a value is something that JSON would hide; nothing if it is plain.
function odd(value, path) {
    if (value === null || ["string", "boolean"].includes(typeof value)) { return null; }
    if (typeof value === "number") { return Number.isFinite(value) ? null : `${path} is ${value}`; }
    if (typeof value !== "object") { return `${path} is of type ${typeof value}`; }
    if (!Array.isArray(value)) {
        const prototype = Object.getPrototypeOf(value);
        const plain = tag(value) === "[object Object]" && (prototype === null || Object.getPrototypeOf(prototype) === null);
        if (!plain) { return `${path} is ${tag(value)}`; }
        if (Object.getOwnPropertySymbols(value).length > 0) { return `${path} has symbols`; }
    }
    for (const [key, member] of Object.entries(value)) {
        const found = odd(member, `${path}.${key}`);
        if (found !== null) { return found; }
    }
    return null;
}

return documents.map((text) => {
    let document;
    try {
        document = JSON.parse(text);
    } catch {
        return { syntax: false };
    }
    const given = JSON.stringify(document);
    // `1e999` is a number for JSON, and infinite for JavaScript.
    const finite = odd(document, "") === null;
    try {
        const result = exchangeAdvisor.assess(document, options ?? undefined);
        const changed = JSON.stringify(document) !== given;
        return { given, finite, odd: odd(result, "result"), changed, json: JSON.stringify(result) };
    } catch (error) {
        return { given, finite, error: tag(error) === "[object Error]" ? error.message : `not an Error: ${error}` };
    }
});
