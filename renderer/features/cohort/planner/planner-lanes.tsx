import { IconAlertTriangle, IconWritingSign } from '@tabler/icons-react'
import type { InstructorLane, RoomLane } from '../../../../shared/features/cohort/contract.ts'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import type { Lane } from '../../../ui/rail/rail-lanes.tsx'
import { laneBars, laneRuns } from './lane-bars.ts'

interface Allowing {
  /** Whose lane is chosen, and by whose word, if any. */
  chosen: number | null
  official: string | undefined
  onAllow: (lane: InstructorLane) => void
  /** Who teaches which days beside the chosen one. */
  second: { instructorId: number; days: readonly number[] } | undefined
}

/** Who may teach the planned days: refused people stay, with the reason on the days it concerns. */
export function instructorLanes(count: number, people: readonly InstructorLane[], allowing: Allowing): Lane[] {
  return people.map(lane => {
    const { id, name, detail, problems, notice } = lane
    const allowable = isAllowable(lane)
    const allowed = allowable && allowing.chosen === id ? allowing.official : undefined
    const bars =
      allowed === undefined
        ? laneBars(count, problems, { free: `Boleh mengajar ${count} hari`, partly: 'Bisa' })
        : allowedBars(count, lane, allowed)
    return {
      key: String(id),
      title: name,
      detail,
      refused: problems.length > 0 && allowed === undefined && !isPaired(lane, allowing),
      bars: notice === null ? bars : bars.map(bar => ({ ...bar, end: <Notice words={notice} /> })),
      ...(allowable
        ? {
            action: (
              <LinkAction
                size="small"
                label={`${allowed === undefined ? 'Izinkan dengan alasan…' : 'Ubah izin…'} ${name}`}
                onAction={() => allowing.onAllow(lane)}
              >
                {allowed === undefined ? 'Izinkan dengan alasan…' : 'Ubah izin…'}
              </LinkAction>
            ),
          }
        : {}),
    }
  })
}

/** One of the two who share the days. */
function isPaired({ id }: InstructorLane, { chosen, second }: Allowing): boolean {
  return second !== undefined && (id === chosen || id === second.instructorId)
}

/** Only a missing credential can be answered for; nobody can be in two places by anybody's word. */
function isAllowable({ problems }: InstructorLane): boolean {
  return problems.length > 0 && problems.every(problem => problem.kind === 'credential')
}

function allowedBars(count: number, { problems }: InstructorLane, official: string): Lane['bars'] {
  return laneRuns(count, problems).map(({ from, to, reason }) =>
    reason === null
      ? { key: String(from), from, to, tone: 'ok', text: 'Sertifikat berlaku' }
      : { key: String(from), from, to, tone: 'warn', icon: IconWritingSign, text: `Diizinkan ${official}` },
  )
}

/** Which rooms are free on the planned days and hours. */
export function roomLanes(count: number, rooms: readonly RoomLane[]): Lane[] {
  return rooms.map(({ id, name, detail, problems, notice }) => ({
    key: String(id),
    title: name,
    detail,
    refused: problems.length > 0,
    bars: laneBars(count, problems, { free: `Kosong ${count} hari`, partly: 'Kosong' }).map(bar =>
      notice === null ? bar : { ...bar, end: <Notice words={notice} /> },
    ),
  }))
}

function Notice({ words }: { words: string }) {
  return (
    <>
      <IconAlertTriangle size={15} aria-hidden />
      {words}
    </>
  )
}
