// Hears of every change, and goes on listening when the server comes back.
import { book, inEdition, meta } from './book.js'
import { chip } from './say.js'
import { tell } from './signals.js'

const PAUSE = 700
let source = null
let isLost = false

export function listen() {
	source?.close()
	source = new EventSource(inEdition('/events'))
	let isFirst = true
	source.addEventListener('state', ({ data }) => {
		const news = JSON.parse(data)
		// A new server has another token; the address keeps the place.
		if (news.run !== meta('run')) return location.reload()
		if (isLost) chip('The preview is back')
		if (!isFirst || news.revision !== book.state.revision) tell('news', { ...news, isMissed: isFirst })
		isFirst = isLost = false
	})
	source.addEventListener('error', () => {
		if (!isLost) chip('The preview has ended or is out of reach. This page waits for it.', { stays: true })
		isFirst = isLost = true
		if (source.readyState === EventSource.CLOSED) setTimeout(listen, PAUSE)
	})
}

// Browsers keep six connections to a server: a tab out of sight gives its own back.
document.addEventListener('visibilitychange', () => (document.hidden ? source?.close() : listen()))
