import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Timetable, TimetableBlock, TimetableDay } from '../../../shared/features/timetable/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import {
  gatheredPart,
  hoursOf,
  laidDays,
  movedPiece,
  offsetOf,
  openRow,
  type Piece,
  type Place,
  piecesOf,
  placeAt,
  sameRow,
  wrongUnit,
} from './open-row.ts'
import { formatBlock, formatPlace } from './timetable-labels.ts'

export interface Carried {
  index: number
  block: TimetableBlock
  /** Hours of the open days before the block: where it was picked up, and where it would be placed. */
  taken: number
  start: number
}

export interface BlockMoves {
  /** As drawn, with the carried block at its target. */
  days: TimetableDay[]
  pieces: Piece[]
  cursor: Place
  chosen: Piece | null
  carried: Carried | null
  /** The chosen piece was cut off; it joins its neighbour again unless it is moved or gets another instructor. */
  loose: boolean
  /** Why the carried block may not be placed there, or why the last act was refused. */
  problem: string | null
  point: (place: Place) => void
  take: (piece: Piece) => void
  carryTo: (start: number) => void
  refuse: (words: string) => void
  drop: () => Promise<void>
  letGo: () => void
  cut: (hours: number) => void
  gather: () => Promise<void>
  teach: (instructorId: TimetableBlock['instructorId']) => Promise<void>
}

type Store = (before: TimetableBlock[], after: TimetableBlock[], words: string) => Promise<void>

const noCuts: ReadonlySet<number> = new Set()

/** Picks up, moves, cuts and joins blocks of days that are not held. Nothing is stored before a block is put down. */
export function useBlockMoves(
  days: TimetableDay[],
  units: Timetable['units'],
  today: PlainDate,
  store: Store,
): BlockMoves {
  const [at, setCursor] = useState<Place | null>(null)
  const [carried, setCarried] = useState<Carried | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [cuts, setCuts] = useState(noCuts)
  const pieces = piecesOf(days, cuts)
  const row = openRow(pieces)
  const cursor = at ?? firstPlace(days, today)
  const chosen = carried ? (pieces.find(piece => piece.index === carried.index) ?? null) : pieceAt(pieces, cursor)
  const start = chosen && offsetOf(days, { n: chosen.n, hour: chosen.from })
  const next = carried && carried.start !== carried.taken ? movedPiece(row, carried.index, carried.start) : null
  const shown = next ? laidDays(days, next) : days

  const domainErrorOf = (blocks: readonly TimetableBlock[]) => {
    const unit = wrongUnit(laidDays(days, blocks), units, days)
    return unit === null ? null : domainErrorMessage({ code: 'practice_before_theory', unit })
  }
  async function keep(blocks: TimetableBlock[], words: string): Promise<boolean> {
    const refused = domainErrorOf(blocks)
    setProblem(refused)
    if (refused !== null) return false
    setCuts(noCuts)
    if (!sameRow(row, blocks)) await store(openRow(piecesOf(days)), blocks, words)
    return true
  }
  function carryTo(start: number) {
    if (!carried) return
    const most = hoursOf(row) - carried.block.hours
    setCarried({ ...carried, start: Math.max(0, Math.min(most, start)) })
    setProblem(null)
  }

  return {
    days: shown,
    pieces: next ? piecesOf(shown) : pieces,
    cursor,
    chosen,
    carried,
    loose: start !== null && chosen !== null && (cuts.has(start) || cuts.has(start + chosen.block.hours)),
    problem: problem ?? (next ? domainErrorOf(next) : null),
    point(place) {
      setCursor(place)
      setProblem(null)
    },
    take(piece) {
      const taken = offsetOf(days, { n: piece.n, hour: piece.from })
      if (piece.index === null || taken === null)
        return setProblem(domainErrorMessage({ code: 'day_held', n: piece.n }))
      setCursor({ n: piece.n, hour: piece.from })
      setCarried({ index: piece.index, block: piece.block, taken, start: taken })
      setProblem(null)
    },
    carryTo,
    refuse: setProblem,
    async drop() {
      if (!carried) return
      const place = placeAt(days, carried.start)
      if (next && domainErrorOf(next) !== null) return
      setCarried(null)
      if (place) setCursor(place)
      if (next)
        await keep(next, `${formatBlock(carried.block, units)} pindah ke ${place ? formatPlace(place) : 'akhir'}.`)
    },
    letGo() {
      setCarried(null)
      setProblem(null)
    },
    cut(hours) {
      if (start !== null) setCuts(new Set([...cuts, start + hours]))
    },
    async gather() {
      if (chosen?.index == null) return
      const gathered = gatheredPart(row, chosen.index)
      if (sameRow(row, gathered) && cuts.size === 0)
        return setProblem('Tidak ada potongan lain dari bagian unit ini yang dapat digabung.')
      await keep(gathered, `${formatBlock(chosen.block, units)} digabung.`)
    },
    async teach(instructorId) {
      if (chosen?.index == null) return
      const { index } = chosen
      await keep(
        row.map((block, place) => (place === index ? { ...block, instructorId } : block)),
        `Pengajar ${formatBlock(chosen.block, units)} dicatat.`,
      )
    },
  }
}

export function pieceAt(pieces: readonly Piece[], { n, hour }: Place): Piece | null {
  return pieces.find(piece => piece.n === n && piece.from <= hour && hour < piece.from + piece.block.hours) ?? null
}

/** The first hour from today on that can be changed. */
function firstPlace(days: readonly TimetableDay[], today: PlainDate): Place {
  const day = days.find(one => !one.held && one.date >= today) ?? days.find(one => !one.held) ?? days[0]
  return { n: day?.n ?? 1, hour: 1 }
}
