// make('p', 'class', 'text', child) or make('a', {href}, …)
export const at = (id) => document.getElementById(id)

export function make(name, attributes, ...children) {
	const element = document.createElement(name)
	for (const [key, value] of Object.entries(typeof attributes === 'string' ? { class: attributes } : attributes)) {
		if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
		else if (key === 'style') element.style.cssText = value
		else if (value) element.setAttribute(key, value)
	}
	element.append(...children.flat(2).filter((child) => child || child === 0))
	return element
}

export const button = (kind, onclick, ...words) => make('button', { type: 'button', class: kind, onclick }, ...words)
export const unseen = (words) => make('span', 'unseen', words)
export const count = (number, one) => `${number} ${one}${number === 1 ? '' : 's'}`

export const marked = (words, start, length) => [words.slice(0, start), make('mark', '', words.slice(start, start + length)), words.slice(start + length)]

export function style(element, sizes, others) {
	for (const [name, size] of Object.entries(sizes)) element.style[name] = `${size}px`
	return Object.assign(element.style, others)
}
