// How the parts of the viewer hear of each other without knowing each other.
const heard = new Map()

export function on(name, listener) {
	heard.set(name, [...(heard.get(name) ?? []), listener])
}

// Acts when the last of many calls is a moment ago.
export function calmly(act, pause) {
	let waiting = 0
	return (...words) => {
		clearTimeout(waiting)
		waiting = setTimeout(act, pause, ...words)
	}
}

export function tell(name, detail) {
	for (const listener of heard.get(name) ?? []) listener(detail)
}
