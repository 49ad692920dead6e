import { Box, Flex } from '@mantine/core'
import { useState } from 'react'
import type { Credential } from '../../../../shared/features/instructor/contract.ts'
import type { CredentialKind } from '../../../../shared/features/instructor/credential.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { useToday } from '../../../app/client.ts'
import { LinkAction, RowLink } from '../../../ui/action/action-button.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { Timeline } from '../../../ui/rail/timeline.tsx'
import { CredentialDrawer } from '../credential/credential-drawer.tsx'
import { renewalOf } from '../credential/credential-values.ts'
import { LetterDialog } from '../credential/letter-dialog.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import type { StandingRow } from './instructor-filter.ts'
import { cohortBlocks, cohortNote, credentialBars, timelineYears, tradesOf } from './instructor-lanes.ts'
import styles from './instructor-timeline.module.css'

interface InstructorTimelineProps {
  rows: readonly StandingRow[]
  required: readonly CredentialKind[]
  onOpen: (id: InstructorId) => void
}

type Opened = { what: 'letter' | 'renewal'; person: StandingRow; credential: Credential }

/** Two years, a lane for each person: credentials above, classes below; most urgent first. */
export function InstructorTimeline({ rows, required, onOpen }: InstructorTimelineProps) {
  const today = useToday()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)

  function status(person: StandingRow) {
    const { standing } = person
    const note = cohortNote(person.cohorts)
    const credential = standing && standing.state !== 'none' ? standing.credential : null
    const ending = standing !== null && ['red', 'amber', 'expired'].includes(standing.state)
    return (
      <Flex direction="column" gap="0.25rem">
        <Flex wrap="wrap" align="center" gap="0.25rem 0.625rem">
          <StandingBadge standing={standing} />
          {credential && ending && (
            <>
              <LinkAction
                size="small"
                label={`Surat ke LSP untuk ${person.name}`}
                onAction={() => setOpened({ what: 'letter', person, credential })}
              >
                Surat ke LSP
              </LinkAction>
              <RowLink
                needs="instructor.change"
                label="Catat perpanjangan"
                of={person.name}
                onAction={() => setOpened({ what: 'renewal', person, credential })}
              />
            </>
          )}
          {standing?.state === 'none' && (
            <LinkAction
              needs="instructor.change"
              size="small"
              label={`Catat sertifikat ${person.name}`}
              path={`/instruktur/${person.id}`}
            >
              Catat sertifikat
            </LinkAction>
          )}
        </Flex>
        {note && <p className={classNames(layout.detail, note.urgent && layout.urgent)}>{note.words}</p>}
      </Flex>
    )
  }

  return (
    <>
      <div className={styles.timeline}>
        <Timeline
          label={`${rows.length} instruktur pada garis waktu`}
          {...timelineYears(today)}
          today={today}
          titleHead="Instruktur"
          statusHead="Sertifikat BNSP"
          rows={rows.map(person => ({
            key: String(person.id),
            title: person.name,
            detail: tradesOf(person.credentials) || 'tanpa sertifikat teknis',
            bars: credentialBars(person.credentials, person.standing?.kind ?? required[0] ?? 'TEKNIS', today),
            blocks: cohortBlocks(person.cohorts),
            status: status(person),
            urgent:
              person.standing?.state === 'expired' ||
              person.standing?.state === 'none' ||
              person.cohorts.some(cohort => cohort.status !== 'finished' && cohort.outside.length > 0),
          }))}
          onOpen={key => {
            const person = rows.find(row => String(row.id) === key)
            if (person) onOpen(person.id)
          }}
        />
      </div>
      <Box
        component="ul"
        className={layout.legend}
        p="0.5rem 1rem"
        style={{ borderTop: '1px solid var(--line)' }}
        aria-label="Arti warna"
      >
        {legend.map(({ look, words }) => (
          <li key={words}>
            <span className={classNames(styles.sample, styles[look])} data-tone={look} aria-hidden />
            {words}
          </li>
        ))}
      </Box>
      {opened?.what === 'letter' && (
        <LetterDialog id={opened.credential.id} name={opened.person.name} onClose={close} />
      )}
      {opened?.what === 'renewal' && (
        <CredentialDrawer
          instructor={opened.person}
          title={`Catat perpanjangan ${opened.person.name}`}
          credential={null}
          initial={renewalOf(opened.credential)}
          onClose={close}
        />
      )}
    </>
  )
}

const legend = [
  { look: 'ok', words: 'berlaku' },
  { look: 'warn', words: '≤ 180 hari' },
  { look: 'err', words: '≤ 60 hari' },
  { look: 'past', words: 'sudah diganti' },
  { look: 'held', words: 'mengajar' },
  { look: 'planned', words: 'rencana' },
  { look: 'outside', words: 'di luar sertifikat' },
] as const
