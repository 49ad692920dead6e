import { useQuery } from '@tanstack/react-query'
import type { Guarded } from '../../../shared/features/hub/hub-contract.ts'
import { people } from '../hub-client.ts'
import styles from './city-map.module.css'
import { placeLabels, type ShapeMap } from './place-labels.ts'

export type City = { regency: string; city: string; graduates: Guarded }

const files = import.meta.glob<ShapeMap>('./shapes/*.json', { import: 'default' })

/** Outlines of a province; null if none are packaged, in which case cities are tiles; undefined while loading. */
export function useShapes(cities: readonly City[]): ShapeMap | null | undefined {
  const [first] = cities
  const province = first?.regency.slice(0, 2) ?? ''
  const load = cities.every(one => one.regency.startsWith(province)) ? files[`./shapes/${province}.json`] : undefined
  const shapes = useQuery({
    queryKey: ['shapes', province],
    queryFn: async () => (await load?.()) ?? null,
    enabled: load !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!load || shapes.isError) return null
  const map = shapes.data
  return map && cities.every(one => map.shapes.some(shape => shape.code === one.regency)) ? map : map && null
}

interface CityMapProps {
  map: ShapeMap
  cities: readonly City[]
  /** The city whose row is chosen in the table. */
  chosen: string | null
  heatOf: (graduates: Guarded) => number
  onOpen: (city: City) => void
}

/** Graduates by city on a map; the table beside shows the same. Pressing a city opens its kelurahan. */
export function CityMap({ map, cities, chosen, heatOf, onOpen }: CityMapProps) {
  const here = new Map(cities.map(one => [one.regency, one]))
  const { width, height, scale, left, top, labels } = placeLabels(map, new Set(here.keys()))
  // The chosen one is drawn last, so that its outline is above its neighbours.
  const shapes = map.shapes.toSorted((a, b) => Number(a.code === chosen) - Number(b.code === chosen))
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no element for a group of buttons
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Peta lulusan per kota">
      <g transform={`translate(${left} ${top}) scale(${scale})`}>
        {shapes.map(shape => {
          const city = here.get(shape.code)
          const path = <path d={shape.d} fillRule="evenodd" data-heat={city ? heatOf(city.graduates) : 'none'} />
          if (!city) return <g key={shape.code}>{path}</g>
          return (
            // biome-ignore lint/a11y/useSemanticElements: a shape cannot be a <button>
            <g
              key={shape.code}
              role="button"
              tabIndex={0}
              aria-label={`${shape.name}: ${people(city.graduates)} lulus`}
              className={styles.city}
              data-chosen={shape.code === chosen || undefined}
              onClick={() => onOpen(city)}
              onKeyDown={event => (event.key === 'Enter' || event.key === ' ') && onOpen(city)}
            >
              <title>{`${shape.name}: ${people(city.graduates)} lulus`}</title>
              {path}
            </g>
          )
        })}
      </g>
      <g aria-hidden>
        {labels.map(({ code, lines, x, y, anchor, from, inside }) => {
          const city = here.get(code)
          if (!city) return null
          return (
            <g key={code} className={styles.label} data-heat={inside ? heatOf(city.graduates) : 'beside'}>
              {from && <path className={styles.leader} d={`M${from.x} ${from.y}L${from.toX} ${from.toY}`} />}
              {from && <circle className={styles.dot} cx={from.x} cy={from.y} r={2} />}
              <text x={x} y={y} textAnchor={anchor}>
                {lines.map((line, index) => (
                  <tspan key={line} x={x} dy={index === 0 ? 0 : 11}>
                    {line}
                  </tspan>
                ))}
                <tspan x={x} dy={11} className={styles.count}>
                  {people(city.graduates)}
                </tspan>
              </text>
            </g>
          )
        })}
      </g>
    </svg>
  )
}
