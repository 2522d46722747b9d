// Every command by its name; index.html gives it a button (data-do) and keys (data-keys).
import { build, check } from './about.js'
import './bars.js'
import { at } from './elements.js'
import { stepFinding } from './findings.js'
import { goToChange } from './news.js'
import { openHere } from './places.js'
import { movePlate, plates, undoPlates } from './plates.js'
import { chapter, end, sideways, turn } from './reader.js'
import { cycle, flip, resize, settings } from './settings.js'

const commands = {
	sideways, turn, chapter, end, resize, cycle, flip, panel, close, build, check, plates, back: () => history.back(),
	finding: stepFinding, changed: goToChange, editor: openHere, move: movePlate, undo: undoPlates, help: () => at('keys').showModal(),
}
const TYPING = 'textarea, select, input:not([type=range], [type=checkbox], [type=radio])'
const keys = new Map([...document.querySelectorAll('[data-keys]')].flatMap(({ dataset }) => dataset.keys.split(' ').map((key) => [key.replace('Space', ' '), dataset.command])))

function run(words, button) {
	const [name, argument] = words.split(' ')
	commands[name](Number.isNaN(Number(argument)) ? argument : Number(argument), button)
}

function panel(name) {
	const details = at(name)
	details.open = !details.open
	const inner = details.querySelector('input[type=search], [aria-current]') ?? details.firstElementChild
	;(details.open ? inner : at('stage')).focus()
}

function close() {
	document.querySelector('details[name=panel][open]')?.removeAttribute('open')
	at('stage').focus()
}

export function press(event) {
	const { key, target } = event
	const isIn = (selector) => target.closest?.(selector)
	const words = keys.get(key)
	if (!words || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isIn('dialog, [popover]')) return
	if (key !== 'Escape' && isIn(TYPING)) return
	if (isIn('input') && /^(Arrow|Home|End|Page)/.test(key)) return
	if (key === ' ' ? isIn('button, summary, a, input') : key.length === 1 && !settings.keys) return
	event.preventDefault()
	run(words)
}

document.addEventListener('keydown', press)
document.addEventListener('click', ({ target }) => {
	const button = target.closest('[data-do]')
	if (button) run(button.dataset.do, button)
})
