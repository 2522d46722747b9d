// Brings a shown page to its new state by replacing the blocks that differ.
const CONTAINERS = new Set('section article div main aside nav header footer blockquote ol ul dl figure table tbody'.split(' '))

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
	if (gone.length === come.length) {
		come.forEach((node, index) => {
			const mine = shown[start + index]
			if (gone[index].isEqualNode(node)) return
			if (opens(gone[index], node)) return void swap(mine, gone[index], node, replaced)
			const copy = live.ownerDocument.importNode(node, true)
			mine.replaceWith(copy)
			replaced.set(mine, copy)
		})
		return replaced
	}
	const copies = come.map((node) => live.insertBefore(live.ownerDocument.importNode(node, true), next))
	copies.forEach((copy) => replaced.set(copy, copy))
	gone.forEach((_, index) => {
		const mine = shown[start + index]
		mine.remove()
		replaced.set(mine, copies[Math.min(index, copies.length - 1)] ?? next ?? live)
	})
	return replaced
}

const opens = (old, fresh) => old.nodeName === fresh.nodeName && CONTAINERS.has(old.localName) && old.id === fresh.id

function copyAttributes(live, old, fresh) {
	for (const { name } of old.attributes) if (!fresh.hasAttribute(name)) live.removeAttribute(name)
	for (const { name, namespaceURI, value } of fresh.attributes) if (old.getAttribute(name) !== value) live.setAttributeNS(namespaceURI, name, value)
}
