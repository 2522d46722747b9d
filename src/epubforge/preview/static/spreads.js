// Fixed pages: which stand side by side, and how large they are on the screen.
import { book, isRightToLeft, linear } from './book.js'
import { style } from './elements.js'
import { settings } from './settings.js'

// A spread is [left, right], of which one may be null, or [page].
function pairs(pages) {
	const [first, second] = isRightToLeft() ? ['right', 'left'] : ['left', 'right']
	const spreads = []
	let open = null
	pages.forEach((page, index) => {
		const wish = /page-spread-(left|right|center)/.exec(page.properties.join(' '))?.[1]
		const side = wish ?? (open || index === 0 ? second : first)
		if (open && side === second) {
			open[second === 'left' ? 0 : 1] = page
			open = null
		} else {
			const pair = side === 'center' ? [page] : side === 'left' ? [page, null] : [null, page]
			spreads.push(pair)
			open = side === first ? pair : null
		}
	})
	return spreads
}

export function spreads({ width, height }) {
	const { spread } = book.state
	const isWide = width > height || /both|portrait/.test(spread)
	return settings.spreads && isWide && spread !== 'none' ? pairs(linear()) : linear().map((page) => [page])
}

function ownSize({ document: page, root }) {
	const said = page.querySelector('meta[name="viewport"]')?.getAttribute('content') ?? ''
	const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(`${name}\\s*=\\s*([\\d.]+)`).exec(said)?.[1]))
	const box = root.getAttribute('viewBox')?.split(/[\s,]+/)
	return width && height ? { width, height } : box ? { width: Number(box[2]), height: Number(box[3]) } : (book.state.viewport ?? { width: 1200, height: 1600 })
}

export function spread(leaves, all, index) {
	const leaf = leaves.find(Boolean)
	const view = { leaves, leaf, turn: (step) => all[index + step], share: () => 0, describe: () => `${leaves.length === 2 ? 'Spread' : 'Page'} ${index + 1} of ${all.length}` }

	view.lay = (wishes, sizes, screen) => {
		const own = leaves.map((each) => ownSize(each ?? leaf))
		const across = own.reduce((sum, { width }) => sum + width, 0)
		const down = Math.max(...own.map(({ height }) => height))
		const scale = Math.min(screen.width / across, screen.height / down)
		const top = (screen.height - down * scale) / 2
		let left = (screen.width - across * scale) / 2
		leaves.forEach((each, side) => {
			each?.dress(['fixed'])
			if (each) style(each.frame, own[side], { transform: `translate(${left}px, ${top}px) scale(${scale})` })
			if (side === 1) view.gutter = leaves.every(Boolean) && { left, top, height: down * scale }
			left += own[side].width * scale
		})
	}
	return view
}
