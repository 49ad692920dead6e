import { Box, Flex } from '@mantine/core'
import { IconCopy, IconPencil, IconPrinter } from '@tabler/icons-react'
import type { DesignRow } from '../../../shared/features/certificate-design/contract.ts'
import type { Design } from '../../../shared/features/certificate-design/design.ts'
import { type PlainDate, shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { CutList } from '../../ui/page/cut-list.tsx'
import layout from '../../ui/page/layout.module.css'
import { PageThumb } from '../../ui/paper/page-thumb.tsx'
import styles from './design-card.module.css'

/** Number of chips that fit in two lines. */
const mostChips = 4

interface DesignCardProps {
  row: DesignRow
  /** Titles of the programs that chose it. */
  programs: readonly string[]
  /** True if programs without a choice use it. */
  forOthers: boolean
  thisYear: { year: number; count: number }
  current: boolean
  onCurrent: () => void
  onExample: (design: Design) => void
  onEdit: () => void
}

/** A design: its picture, who uses it, and its actions. */
export function DesignCard({ row, programs, forOthers, thisYear, current, ...does }: DesignCardProps) {
  const read = useRead(api.certificateDesign.get, { id: row.id })
  const design = read.data?.design
  // The same design always looks the same: kept, so that the page shows it at once when one comes back.
  const picture = useRead(api.certificateDesign.preview, design ? { design, code: null, two: false } : null, {
    staleTime: 'static',
  })
  const error = read.error ?? picture.error
  return (
    <article className={styles.card} tabIndex={current ? 0 : -1} aria-label={row.name} onFocus={does.onCurrent}>
      <PageThumb
        pdf={picture.data ?? null}
        error={error ? errorMessage(error) : undefined}
        label={`Rancangan ${row.name}`}
      />
      <Flex flex={1} direction="column" p="0.75rem 1rem 0.75rem" gap="0.375rem">
        <div className={styles.title}>
          <h2>{row.name}</h2>
          {forOthers && <Badge tone="info">semua program lain</Badge>}
          {!row.active && <Badge tone="warn">disisihkan</Badge>}
          <Box component="span" ms="auto" c="var(--ink-2)" fz="0.75rem">
            {row.builtIn || !row.savedAt
              ? 'bawaan, tetap'
              : `versi ${row.version} · ${shortDate(dateOf(row.savedAt))} ${yearOf(dateOf(row.savedAt))}`}
          </Box>
        </div>
        <p className={layout.words}>{design ? formatSheet(design) : ' '}</p>
        <div className={styles.chips}>
          <CutList most={mostChips} between="" items={programs.map(title => <Badge key={title}>{title}</Badge>)} />
        </div>
        <Flex align="end" mt="auto" gap="0.5rem">
          <Flex component="span" wrap="wrap" align="center" flex={1} gap="0 0.5rem">
            <LinkAction path="/sertifikat">{row.issued.toLocaleString('id-ID')} terbit</LinkAction>
            <span className={layout.detail}>
              {thisYear.count.toLocaleString('id-ID')} di {thisYear.year}
            </span>
          </Flex>
          <Flex component="span" flex="none" gap="0.5rem">
            <ActionButton
              size="xs"
              icon={IconPrinter}
              label={`Contoh ${row.name}`}
              refused={design ? undefined : 'Rancangannya masih dibaca.'}
              onAction={() => design && does.onExample(design)}
            >
              Contoh
            </ActionButton>
            <ActionButton
              size="xs"
              icon={row.builtIn ? IconCopy : IconPencil}
              label={`${row.builtIn ? 'Salin' : 'Ubah'} ${row.name}`}
              onAction={does.onEdit}
            >
              {row.builtIn ? 'Salin' : 'Ubah'}
            </ActionButton>
          </Flex>
        </Flex>
      </Flex>
    </article>
  )
}

function formatSheet({ back }: Design): string {
  return `A4 mendatar · ${back.on ? 'depan dan belakang' : 'hanya depan'}`
}

function dateOf(at: string): PlainDate {
  return at.slice(0, 10) as PlainDate
}
