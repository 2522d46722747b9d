// Brings a shown page to its new state by replacing the blocks that differ.
const CONTAINERS = /^(section|article|div|main|aside|nav|header|footer|blockquote|[ou]l|dl|figure|table|tbody)$/

// `live` is shown, and is `old` child for child, though it may have been altered. Answers a map from old to new nodes.
export function swap(live, old, fresh, replaced = new Map()) {
	copyAttributes(live, old, fresh)
	const [before, after, shown] = [old, fresh, live].map((node) => [...node.childNodes])
	const room = Math.min(before.length, after.length)
	let start = 0
	while (start < room && before[start].isEqualNode(after[start])) start += 1
	let end = 0
	while (end < room - start && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1
	const gone = before.slice(start, before.length - end)
	const come = after.slice(start, after.length - end)
	const next = shown[before.length - end] ?? null
	// As many as before: each takes the place of its own.
	const isPaired = gone.length === come.length
	const copies = come.map((node, index) => {
		const [mine, was] = [shown[start + index], gone[index]]
		if (isPaired && was.isEqualNode(node)) return mine
		if (isPaired && opens(was, node)) return swap(mine, was, node, replaced) && mine
		const copy = live.insertBefore(live.ownerDocument.importNode(node, true), isPaired ? mine : next)
		replaced.set(copy, copy)
		return copy
	})
	gone.forEach((_, index) => {
		const mine = shown[start + index]
		if (copies[index] === mine) return
		mine.remove()
		replaced.set(mine, copies[Math.min(index, copies.length - 1)] ?? next ?? live)
	})
	return replaced
}

const opens = (old, fresh) => old.nodeName === fresh.nodeName && CONTAINERS.test(old.localName) && old.id === fresh.id

function copyAttributes(live, old, fresh) {
	for (const { name } of old.attributes) if (!fresh.hasAttribute(name)) live.removeAttribute(name)
	for (const { name, namespaceURI, value } of fresh.attributes) if (old.getAttribute(name) !== value) live.setAttributeNS(namespaceURI, name, value)
}
