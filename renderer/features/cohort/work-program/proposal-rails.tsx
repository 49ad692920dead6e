import { Flex } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { NearestWay, UnplacedReason } from '../../../../shared/features/cohort/program-request.ts'
import { formatNearest, formatUnplaced } from '../../../../shared/features/cohort/unplaced-format.ts'
import type { UnplacedLine, WorkProgramReading } from '../../../../shared/features/cohort/work-program.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import { PathLink } from '../../../ui/page/path-link.tsx'
import { YearRails, type YearRailsRow } from '../../../ui/rail/year-rails.tsx'
import { type AcceptedCodes, proposalTitles } from './proposal-titles.ts'

interface ProposalRailsProps {
  reading: WorkProgramReading
  accepted: AcceptedCodes
  today: PlainDate
  onAccept: (index: number) => unknown
  /** Applies the suggested change to the list and proposes again. */
  onWay: (wanted: number, way: NearestWay) => void
}

/** All requested classes: first those that could not be placed, then the others on a calendar by their first day. */
export function ProposalRails({ reading, accepted, today, onAccept, onWay }: ProposalRailsProps) {
  const titles = proposalTitles(reading.placed, accepted)
  const nameOf = (id: number) => reading.instructors.find(person => person.id === id)?.name ?? 'instruktur'
  const unplaced = reading.unplaced.map(
    (line): YearRailsRow => ({
      key: `line-${line.wanted}`,
      title: `${tradeName(line.trade)} × ${line.count}`,
      detail: `baris ${line.wanted + 1}, tidak mendapat tempat`,
      dates: [],
      why: <Why line={line} nameOf={nameOf} onWay={onWay} />,
    }),
  )
  const placed = reading.placed.map((proposed, index): YearRailsRow => {
    const code = accepted.get(index)
    const title = titles[index] ?? proposed.title
    return {
      key: `class-${index}`,
      title,
      detail: `${proposed.room.name} · ${proposed.instructor.name}`,
      dates: proposed.days,
      kept: code !== undefined,
      end: code ? (
        <PathLink path={cohortPath(code)}>{code}</PathLink>
      ) : (
        <ActionButton size="xs" label={`Terima ${title}`} onAction={() => onAccept(index)}>
          Terima
        </ActionButton>
      ),
    }
  })
  return (
    <YearRails
      label={`Usul ${reading.placed.length} angkatan`}
      first={reading.first}
      last={reading.last}
      today={today}
      gaps={reading.skipped.map(({ date, kind, reason }) => ({ date, kind, name: reason }))}
      rows={[...unplaced, ...placed]}
    />
  )
}

interface WhyProps {
  line: UnplacedLine
  nameOf: (id: number) => string
  onWay: ProposalRailsProps['onWay']
}

function Why({ line, nameOf, onWay }: WhyProps) {
  const { nearest } = line
  const place = nearest ? null : placeToMend(line.reason)
  return (
    <Flex wrap="wrap" align="baseline" gap="0 0.75rem">
      <span>
        <IconAlertTriangle size={14} aria-hidden /> {formatUnplaced(line.reason, nameOf)}{' '}
        {place && <LinkAction path={place.path}>{place.words}</LinkAction>}
      </span>
      {nearest && (
        <span className={layout.ink}>
          {formatNearest(nearest, nameOf)}{' '}
          {nearest.kind === 'renewal' ? (
            <LinkAction path={`/instruktur/${nearest.instructorId}`}>Buka instruktur</LinkAction>
          ) : (
            <LinkAction label={`Pakai untuk ${tradeName(line.trade)}`} onAction={() => onWay(line.wanted, nearest)}>
              Pakai
            </LinkAction>
          )}
        </span>
      )}
    </Flex>
  )
}

/** Where the missing data is entered; the typed list is kept meanwhile. */
function placeToMend(reason: UnplacedReason): { words: string; path: string } | null {
  switch (reason.code) {
    case 'no_room_for_trade':
    case 'no_room_big_enough':
      return { words: 'Isi daftar ruang', path: '/pengaturan/ruang' }
    case 'no_licensed_instructor':
      return { words: 'Catat sertifikat', path: '/instruktur' }
    case 'no_holiday_table':
      return { words: 'Isi kalender', path: `/kalender/${reason.years[0]}` }
    default:
      return null
  }
}
