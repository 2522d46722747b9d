// Where blocks stand on the screen of their frame, and on the viewer's.
const isShown = ({ width, height }) => width || height

// The first box of an element, or of the nearest one around it that has any.
export function firstBox(element) {
	return [...element.getClientRects()].find(isShown) ?? (element.parentElement ? firstBox(element.parentElement) : element.getBoundingClientRect())
}

export function seenBox(element, { width, height }) {
	return [...element.getClientRects()].find((box) => box.right > 1 && box.left < width - 1 && box.bottom > 1 && box.top < height - 1 && isShown(box))
}

// The innermost block that comes first on the screen: what is being read.
export function firstSeen(block, size) {
	const inner = [...block.children].find((child) => seenBox(child, size) && !getComputedStyle(child).display.startsWith('inline'))
	return inner ? firstSeen(inner, size) : block
}

export function onScreen({ frame }, { left, top, right, bottom }) {
	const outer = frame.getBoundingClientRect()
	const scale = outer.width / frame.offsetWidth
	return new DOMRect(outer.left + left * scale, outer.top + top * scale, (right - left) * scale, (bottom - top) * scale)
}
