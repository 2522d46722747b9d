// Screens at their true size in CSS pixels; the list is in index.html.
import { at, style } from './elements.js'
import { settings } from './settings.js'

const BEZEL = 14
const AROUND = 56

// Answers the size of the screen in CSS pixels.
export function layDevice() {
	const { textContent: name, dataset } = at('device-choice').selectedOptions[0] ?? at('device-choice').options[0]
	// A CSS pixel is 1/96 inch: a panel of 300 ppi has 3.125 of its own in one.
	const ratio = (dataset.ppi ?? 96) / 96
	const isFramed = Boolean(dataset.width)
	at('stage').classList.toggle('framed', isFramed)
	document.documentElement.dataset.device = isFramed ? 'framed' : 'window'
	const { clientWidth: wide, clientHeight: high } = at('device').parentElement
	const [width, height] = isFramed ? [dataset.width, dataset.height].map((pixels) => Math.round(pixels / ratio)) : [wide, high]
	const inset = isFramed ? 2 * BEZEL : 0
	const fit = Math.min(1, (wide - inset - AROUND) / width, (high - inset - AROUND) / height)
	const scale = isFramed && settings.scale === 'fit' ? fit : 1
	style(at('screen'), { width, height }, { transform: `scale(${scale})`, filter: settings.eink ? `url(#eink-${dataset.ink ?? 'grey'})` : '' })
	style(at('device'), { width: width * scale + inset, height: height * scale + inset })
	const pixels = ratio > 1 ? ` · ${dataset.width} × ${dataset.height} pixels` : ''
	at('caption').textContent = isFramed ? `${name}${pixels} · ${width} × ${height} in CSS · ${scale === 1 ? 'true size' : `shown at ${Math.round(scale * 100)} %`}` : ''
	return { width, height }
}
