// How well a person sees an element: the contrast of its text, of the strongest of its
// borders and of its outline with what is behind, and whether anything lies over it.
const [one] = arguments;
if (one === null || one === document.body) { return null; }

// Through a canvas: computed colours come in several notations, and some let through what
// is behind.
const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const painted = (...colours) => {
    pixel.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
    }
    return [...pixel.getImageData(0, 0, 1, 1).data];
};
const luminance = (parts) => {
    const [red, green, blue] = parts.map((part) => part / 255).map(
        (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (colour, ground) => {
    const both = [painted(ground, colour), painted(ground)].map(luminance).sort((one, other) => one - other);
    return (both[1] + 0.05) / (both[0] + 0.05);
};
const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (painted(colour)[3] === 255) { return colour; }
    }
    return "Canvas";
};

// A field for files is invisible, and shown by its label.
const shown = one.type === "file" ? one.labels[0] : one;
const style = getComputedStyle(shown);
const around = behind(shown.parentElement);
const borders = ["Top", "Right", "Bottom", "Left"].map((side) => {
    const drawn = style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1;
    return drawn ? contrast(style[`border${side}Color`], around) : 1;
});
const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
const { left, top, right, bottom } = shown.getBoundingClientRect();
const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
const inWindow = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
const hit = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
const label = one.labels?.[0] ?? one;
const open = inWindow && hit !== null && [shown, label].some((part) => part.contains(hit) || hit.contains(part));
return {
    what: one.outerHTML.slice(0, 160),
    text: contrast(style.color, behind(shown)),
    border: Math.max(...borders),
    ring: ring ? contrast(style.outlineColor, around) : 1,
    open,
};
