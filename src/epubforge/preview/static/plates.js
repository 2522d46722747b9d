// The contact sheet, saved as it is changed.
import { address, ask, book, inEdition, send } from './book.js'
import { at, count } from './elements.js'
import { on } from './signals.js'

const sheet = at('sheet')
const cardOf = (element) => element.closest('.plate')
const placeOf = (element) => [...sheet.children].indexOf(cardOf(element))
let shown = []
let dragged = -1
let told

export async function plates() {
	if (!book.state.can.plates) return
	told = ''
	draw(await ask(inEdition('/plates')))
	at('plates').showModal()
}

function draw(list) {
	while (sheet.children.length > list.length) sheet.lastElementChild.remove()
	while (sheet.children.length < list.length) sheet.append(at('plate').content.cloneNode(true))
	shown = list
	list.forEach((plate, index) => fill(sheet.children[index], plate, index + 1))
	const missing = list.filter((plate) => plate.missing.length).length
	const sum = count(list.length, 'picture') + (missing ? `, ${missing} with something missing` : '')
	if (sum !== told) say(sum)
	told = sum
}

function fill(card, plate, number) {
	const { file, picture: href, caption, missing, decorative } = plate
	const picture = card.querySelector('img')
	if (href && picture.src !== address(href)) picture.src = address(href)
	card.querySelector('strong').textContent = number
	card.querySelector('.quiet').textContent = file.split('/').at(-1)
	for (const button of card.querySelectorAll('button')) button.ariaLabel = `${button.title}: plate ${number}, ${caption || file}`
	for (const field of card.querySelectorAll('textarea')) {
		const isMissing = missing.includes(field.name)
		if (field !== document.activeElement) field.value = plate[field.name] ?? ''
		field.classList.toggle('missing', isMissing)
		field.placeholder = isMissing ? 'Missing' : decorative ? 'Decorative' : ''
	}
}

const say = (words) => at('plates-sum').replaceChildren(words)

async function save(wish) {
	told = ''
	await send('/plates', wish).then(async (answer) => draw(await answer.json())).catch(({ message }) => say(message))
}

export const undoPlates = () => save({ undo: true })

export async function movePlate(step, button) {
	const index = placeOf(button) + step
	if (!shown[index]) return
	await moveTo(index - step, index)
	sheet.children[index].querySelector(`[data-do="${button.dataset.do}"]`).focus()
	say(`Plate ${index + 1} of ${shown.length}`)
}

function moveTo(from, to) {
	const order = shown.map(({ file }) => file)
	order.splice(to, 0, ...order.splice(from, 1))
	return save({ order })
}

function hear(name, listener) {
	sheet.addEventListener(name, (event) => {
		sheet.querySelector('.over')?.classList.remove('over')
		listener(event)
	})
}
hear('change', ({ target }) => save({ file: shown[placeOf(target)].file, [target.name]: target.value.trim() }))
hear('dragstart', ({ target, dataTransfer }) => {
	dragged = placeOf(target)
	dataTransfer.setData('text/plain', shown[dragged].file)
})
hear('dragover', (event) => {
	if (dragged < 0) return
	event.preventDefault()
	cardOf(event.target)?.classList.add('over')
})
hear('drop', (event) => {
	event.preventDefault()
	const to = placeOf(event.target)
	if (to >= 0 && to !== dragged) moveTo(dragged, to)
})
hear('dragend', () => {
	dragged = -1
})
on('state', async () => {
	at('undo').disabled = !book.state.can.undo
	if (at('plates').open) draw(await ask(inEdition('/plates')))
})
