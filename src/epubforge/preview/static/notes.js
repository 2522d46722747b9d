// Notes as pop-ups, rebuilt from a few harmless elements.
import { address, locate, text } from './book.js'
import { onScreen } from './boxes.js'
import { button, make } from './elements.js'
import { follow, reader } from './reader.js'
import { pop } from './say.js'

const OPS = 'http://www.idpf.org/2007/ops'
const KEPT = /^(p|em|strong|[ib]|cite|q|su[pb]|span|blockquote|[ou]l|li|d[ltd]|code|abbr|br|ruby|r[tp])$/
const typeOf = (element) => `${element.getAttributeNS(OPS, 'type')} ${element.getAttribute('role')}`

// False when a link leads to no note.
export async function showNote(link, url) {
	const there = locate(url)
	if (!there?.fragment || !/\bnoteref\b/.test(typeOf(link))) return false
	const leaf = reader.leaves.find((one) => one.document === link.ownerDocument)
	const page = there.href === leaf.href ? leaf.document : new DOMParser().parseFromString(await text(address(there.href)), 'application/xhtml+xml')
	const note = page.getElementById(there.fragment)
	if (!note) return false
	const { lang, dir } = page.documentElement
	pop('Note', onScreen(leaf, link.getBoundingClientRect()), make('div', { class: 'words', lang, dir }, copy(note)), button('plain', () => follow(url), 'Show in the text'))
	return true
}

function copy(node) {
	if (node.nodeType === 3) return node.data
	if (node.nodeType !== 1 || /^(script|style)$/.test(node.localName) || /backlink/.test(typeOf(node))) return null
	if (node.localName === 'img') return node.alt
	const name = KEPT.test(node.localName) ? node.localName : node.localName === 'a' ? 'span' : 'div'
	return make(name, { lang: node.getAttribute('lang'), dir: node.getAttribute('dir') }, [...node.childNodes].map(copy))
}
