// The lines above and below the book.
import { book, isRightToLeft, place, titleOf } from './book.js'
import { at, make } from './elements.js'
import { listen } from './live.js'
import { open, reader, renew } from './reader.js'
import { announce } from './say.js'
import { on } from './signals.js'

const select = at('editions')

async function show(edition) {
	await open(await renew(edition), {}, true)
	listen()
}

select.addEventListener('change', () => show(select.value))
on('state', () => {
	const { title, editions, layout, can } = book.state
	at('title').textContent = title
	document.title = `${title} – preview`
	document.documentElement.dataset.layout = layout
	select.replaceChildren(...editions.map(({ name, label }) => make('option', { value: name, selected: name === book.edition }, label)))
	select.hidden = editions.length < 2
	at('to-plates').hidden = !can.plates
})

// Each page of the spine is one step of the slider.
const slider = at('slider')
slider.addEventListener('change', () => open(book.state.spine[Math.floor(slider.value)].href, { share: slider.value % 1 }))

on('moved', () => {
	const { length } = book.state.spine
	const where = place(reader.href) + reader.view.share()
	const title = titleOf(reader.href)
	Object.assign(slider, { max: length - 0.01, value: where, dir: isRightToLeft() ? 'rtl' : 'ltr' })
	slider.style.setProperty('--done', `${(where / length) * 100}%`)
	slider.setAttribute('aria-valuetext', title)
	at('chapter').textContent = title
	at('page').textContent = reader.view.describe()
	announce(`${title}, ${at('page').textContent}`)
})
on('edge', (step) => announce(step > 0 ? 'The end of the book' : 'The beginning of the book'))
