import { Drawer, Flex } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormToken } from '../../../shared/features/office-form/form-token.ts'
import { formTokens } from '../../../shared/features/office-form/form-tokens.ts'
import { type FormSubject, formSubjects, subjectLabels } from '../../../shared/features/office-form/office-form.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { toast } from '../../ui/feedback/toast.ts'
import { SegmentedField } from '../../ui/form/segmented-field.tsx'
import layout from '../../ui/page/layout.module.css'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import styles from './token-drawer.module.css'

type Line = FormToken & { within: string | null }

/** All tokens of a form with examples; Enter copies the current one. */
export function TokenDrawer({ first, onClose }: { first: FormSubject; onClose: () => void }) {
  useReturnFocus()
  // Disables the keys of the page while it is open.
  useActions([], 'dialog')
  const [subject, setSubject] = useState(first)
  const [text, setText] = useState('')
  const all = linesOf(formTokens[subject])
  const wanted = text.trim().toLowerCase()
  const shown = all.filter(line =>
    `${line.name} ${line.explanation} ${line.within ?? ''}`.toLowerCase().includes(wanted),
  )

  return (
    <Drawer opened onClose={onClose} title="Daftar token" size={640}>
      <Flex direction="column" gap="0.75rem" h="calc(100vh - 6rem)" mih={0}>
        <SegmentedField
          label="Formulir untuk"
          data={formSubjects.map(value => ({ value, label: subjectLabels[value] }))}
          value={subject}
          onChange={value => setSubject(formSubjects.find(one => one === value) ?? first)}
        />
        <FilterBar placeholder="Nama token atau artinya" text={text} onText={setText} autoFocus />
        <ListPanel
          name="Token"
          unit="token"
          rows={shown}
          columns={columns}
          rowKey={line => `${line.within ?? ''} ${line.name}`}
          rowLabel={line => written(line)}
          rowHeight={2.75}
          onOpen={copy}
          empty={{ title: 'Tidak ada token yang cocok.' }}
        />
        <p className={layout.detail}>
          Tulis token di Word atau Excel seperti di sini. Daftar dibuka {'{#peserta}'} dan ditutup {'{/peserta}'}; di
          Excel baris di antaranya diulang untuk tiap orang.
        </p>
      </Flex>
    </Drawer>
  )
}

const columns: DataColumn<Line>[] = [
  {
    head: 'Token',
    width: '13.5rem',
    names: true,
    cell: line => (
      <span className={styles.token}>
        <b>{written(line)}</b>
        {line.within !== null && <span className={layout.detail}>di dalam {`{#${line.within}}`}</span>}
      </span>
    ),
    sort: line => written(line),
  },
  {
    head: 'Isinya',
    cell: line => (
      <span className={styles.token}>
        <span>{line.explanation}</span>
        <span className={layout.detail}>{line.example}</span>
      </span>
    ),
  },
  {
    head: 'Salin',
    width: '5.5rem',
    align: 'end',
    cell: line => (
      <ActionButton size="xs" icon={IconCopy} label={`Salin ${written(line)}`} onAction={() => copy(line)}>
        Salin
      </ActionButton>
    ),
  },
]

function linesOf(tokens: readonly FormToken[]): Line[] {
  return tokens.flatMap(token => [
    { ...token, within: null },
    ...(token.fields ?? []).map(one => ({ ...one, within: token.name })),
  ])
}

/** The token as written into the form. */
function written({ name, kind }: FormToken): string {
  return kind === 'list' || kind === 'condition' ? `{#${name}}…{/${name}}` : `{${name}}`
}

async function copy(line: Line): Promise<void> {
  await navigator.clipboard.writeText(written(line))
  toast(`${written(line)} disalin.`)
}
