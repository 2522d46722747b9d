// The book in figures, its card for shops, the finished EPUB, and the checkers.
import { address, book, send } from './book.js'
import { at, count, make } from './elements.js'
import { addChecked } from './findings.js'
import { link } from './reader.js'
import { on } from './signals.js'

const number = (amount) => amount.toLocaleString('en')
const weight = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`)
const time = (minutes) => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`)

function draw() {
	const { stats, spine, card, can } = book.state
	const asked = [can.epubcheck && 'EPUBCheck', can.ace && 'Ace'].filter(Boolean).join(' and ')
	at('build').hidden = !can.build
	at('check').hidden = !asked
	at('check').textContent = `Ask ${asked}`
	if (!at('about').open) return
	const sums = { words: number(stats.words), 'to read': time(stats.minutes), 'in all': weight(stats.bytes) }
	const pictures = stats.pictures.slice(0, 10).map(({ href, bytes, width, height }) => [bytes, href.split('/').at(-1), `${width} × ${height}`, weight(bytes)])
	at('figures').replaceChildren(
		make('dl', 'sums', Object.entries(sums).map(([words, sum]) => make('div', '', make('dt', '', words), make('dd', '', sum)))),
		make('h3', '', 'Accessibility, as shops show it'),
		...card.flatMap(statement),
		...table('Heaviest pictures', 'Pixels', pictures),
		...table('Chapters', 'Words', spine.map(({ href, title, words, bytes }) => [words, link(address(href), title), number(words), weight(bytes)])),
	)
}

// Rows of a share, which is drawn as a line, and three cells.
function table(title, middle, rows) {
	const most = Math.max(1, ...rows.map(([share]) => share))
	const row = (kind, share, ...cells) => make('tr', { style: `--part: ${(share / most) * 100}%` }, cells.map((cell) => make(kind, '', cell)))
	return [make('h3', '', title), make('table', '', make('thead', 'unseen', row('th', 0, 'Name', middle, 'Size')), make('tbody', '', rows.map((cells) => row('td', ...cells))))]
}

const statement = ([title, words]) => [make('h4', '', title), make('ul', '', words.map((each) => make('li', '', each)))]

async function work(words, act) {
	const say = (...what) => at('work-said').replaceChildren(...what)
	at('work').inert = true
	say(words)
	say(...(await act().catch((fault) => [fault.message])))
	at('work').inert = false
}

export const build = () => work('Building …', async () => {
	const answer = await send('/build')
	const name = decodeURIComponent(/''(.+)/.exec(answer.headers.get('Content-Disposition'))[1])
	const made = URL.createObjectURL(await answer.blob())
	make('a', { href: made, download: name }).click()
	setTimeout(() => URL.revokeObjectURL(made), 60_000)
	return [`${name} is downloaded.`]
})

export const check = () => work('The book is being read …', async () => {
	const { epubcheck, ace } = book.state.can
	const { findings, missing } = await (await send('/check', { epubcheck, ace })).json()
	addChecked(findings)
	const absent = missing.map(({ tool, command }) => make('span', 'missing', `${tool} is not installed: `, make('code', '', command)))
	return [findings.length ? `${count(findings.length, 'finding')}, shown with the others.` : 'Nothing is found wrong.', ...absent]
})

at('about').addEventListener('toggle', draw)
on('state', draw)
