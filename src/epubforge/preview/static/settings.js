// What the reader chose in the form of index.html, remembered where the browser allows it.
import { at } from './elements.js'
import { tell } from './signals.js'

const KEY = 'epubforge-preview'
const fields = at('wishes').elements
const valueOf = (field) => (field.type === 'checkbox' ? field.checked : field.value)
const usual = { size: 100, contents: true }
for (const field of fields) if (field.name && (field.type !== 'radio' || field.checked)) usual[field.name] = valueOf(field)

export const settings = { ...usual }
try {
	for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem(KEY)))) if (typeof value === typeof usual[name]) settings[name] = value
} catch {
	// Nothing is remembered, or it is not ours.
}

export function set(name, value) {
	if (settings[name] === value) return
	settings[name] = value
	show()
	if (name === 'device') set('eink', Boolean(fields.device.selectedOptions[0].dataset.ink))
	tell('setting', name)
	try {
		localStorage.setItem(KEY, JSON.stringify(settings))
	} catch {
		// Private windows may refuse.
	}
}

export function cycle(name) {
	const values = [...(fields[name].options ?? fields[name])].map((option) => option.value)
	set(name, values[(values.indexOf(settings[name]) + 1) % values.length])
}

export const flip = (name) => set(name, !settings[name])

export function resize(step) {
	set('size', step ? Math.min(300, Math.max(50, settings.size + step * 10)) : usual.size)
}

function show() {
	for (const [name, value] of Object.entries(settings)) if (fields[name]) fields[name][typeof value === 'boolean' ? 'checked' : 'value'] = value
	at('size').textContent = `${settings.size} %`
	document.documentElement.dataset.chrome = settings.chrome
}

at('wishes').addEventListener('change', ({ target }) => set(target.name, valueOf(target)))
show()
