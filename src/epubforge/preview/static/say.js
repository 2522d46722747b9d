// What the viewer says: aloud, in chips at the foot, in a small window beside the text.
import { at, button, make, style } from './elements.js'
import { calmly, on } from './signals.js'

const WHILE = 6000
const GAP = 8

// Only the last of many page turns is spoken.
export const announce = calmly((words) => at('polite').replaceChildren(words), 250)

// With `stays` it waits for the next; with `go` it has something to show.
export function chip(words, { go, stays } = {}) {
	const made = make('p', 'chip', words, go && button('', () => made.remove(go()), 'Show'))
	at('chips').replaceChildren(made)
	if (!stays) setTimeout(() => made.remove(), WHILE)
}

export function pop(label, box, ...children) {
	const small = at('pop')
	small.setAttribute('aria-label', label)
	small.replaceChildren(...children.filter(Boolean))
	small.showPopover()
	const { offsetWidth: width, offsetHeight: height } = small
	const below = box.bottom + GAP
	style(small, { left: Math.max(GAP, Math.min(box.left, innerWidth - width - GAP)), top: below + height < innerHeight ? below : Math.max(GAP, box.top - height - GAP) })
	small.focus()
}

addEventListener('unhandledrejection', (event) => {
	if (event.reason?.name !== 'Refused') return
	event.preventDefault()
	chip(event.reason.message)
})

const hide = () => at('pop').hidePopover()
on('leaf', ({ document: page }) => page.addEventListener('pointerdown', hide))
on('moved', hide)
