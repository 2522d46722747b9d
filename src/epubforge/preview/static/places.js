// Places in the manuscript: opened in the author's editor, or copied.
import { ask, book, path } from './book.js'
import { firstSeen } from './boxes.js'
import { make } from './elements.js'
import { reader } from './reader.js'
import { chip } from './say.js'
import { settings } from './settings.js'

export const nameOf = ({ file, line, column }) => [file, line, column].filter(Boolean).join(':')

export async function placeOf(leaf, element) {
	const blocks = new Map((await ask(path('blocks', book.edition, leaf.href))).map(([number, file, line]) => [leaf.element(number), { file, line }]))
	for (let near = element; near; near = near.parentElement) if (blocks.has(near)) return blocks.get(near)
	return null
}

export async function openPlace(place) {
	if (!place) return chip('This comes from no line of the manuscript')
	const { root, editor } = book.state
	const parts = { column: 1, ...place, path: encodeURI(`${root}/${place.file}`) }
	const url = place.editor ?? editor?.replace(/{(\w+)}/g, (_, part) => parts[part])
	if (url && !settings.copies) return make('a', { href: url }).click()
	const name = nameOf(place)
	// Only pages of this computer, or encrypted ones, may copy.
	return chip(await navigator.clipboard?.writeText(name).then(() => `Copied ${name}`).catch(() => name) ?? name)
}

export const openHere = async ({ leaf } = reader.view) => openPlace(await placeOf(leaf, firstSeen(leaf.body, leaf.size)))
