import type { Beat } from '../../app/desk/connection.ts'
import styles from './delay-line.module.css'

const minutes = 60
const [width, height, top] = [600, 72, 6]
/** Ms that the line shows at least, so that a fast network is a flat line at the bottom. */
const least = 20

/** Latency of the last hour, a point per minute; a gap where the host did not answer. The figures beside it say the same in words. */
export function DelayLine({ beats }: { beats: readonly Beat[] }) {
  const points = pointsOf(beats, Date.now())
  const most = Math.max(least, ...points.map(({ ms }) => ms ?? 0))
  const lost = points.filter(({ ms }) => ms === null).length
  const x = (minute: number) => width - (minute / minutes) * width
  const y = (ms: number) => height - (ms / most) * (height - top)
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className={styles.chart}
        role="img"
        aria-label={`Jeda satu jam terakhir${lost > 0 ? `, ${lost} menit terputus` : ''}`}
      >
        {points
          .filter(({ ms }) => ms === null)
          .map(({ minute }) => (
            <rect
              key={minute}
              className={styles.lost}
              x={x(minute) - width / minutes / 2}
              y={0}
              width={width / minutes}
              height={height}
            />
          ))}
        {runsOf(points).map(run => (
          <polyline
            key={run[0]?.minute}
            className={styles.line}
            points={(run.length === 1 && run[0] ? [{ ...run[0], minute: run[0].minute + 0.5 }, ...run] : run)
              .map(({ minute, ms }) => `${x(minute)},${y(ms)}`)
              .join(' ')}
          />
        ))}
      </svg>
      <figcaption className={styles.scale}>
        <span>60 menit lalu</span>
        <span>sampai {most} ms</span>
        <span>sekarang</span>
      </figcaption>
    </figure>
  )
}

type Point = { minute: number; ms: number | null }

/** For each minute with pulses the median of its answers, the oldest first; null if one had no answer. */
export function pointsOf(beats: readonly Beat[], now: number): Point[] {
  const byMinute = Map.groupBy(beats, ({ at }) => Math.floor((now - at) / 60_000))
  return [...byMinute]
    .filter(([minute]) => minute >= 0 && minute < minutes)
    .sort(([one], [other]) => other - one)
    .map(([minute, some]) => {
      const times = some.flatMap(({ ms }) => (ms === null ? [] : [ms]))
      return { minute, ms: times.length < some.length ? null : median(times) }
    })
}

/** Minutes without a gap between them. */
function runsOf(points: readonly Point[]): { minute: number; ms: number }[][] {
  const runs: { minute: number; ms: number }[][] = []
  let last: number | null = null
  for (const { minute, ms } of points) {
    if (ms !== null && last === minute + 1) runs.at(-1)?.push({ minute, ms })
    else if (ms !== null) runs.push([{ minute, ms }])
    last = ms === null ? null : minute
  }
  return runs
}

export function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}
