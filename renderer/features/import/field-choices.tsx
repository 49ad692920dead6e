import { Box, Flex } from '@mantine/core'
import type { ComparedField, ImportAnswer, ImportRow } from '../../../shared/features/import/import-row.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import styles from './row-pane.module.css'

interface FieldChoicesProps {
  row: ImportRow
  answer: ImportAnswer | undefined
  onAnswer: (answer: ImportAnswer) => void
}

/** Fields that differ: chosen one by one for a known person, or between two lines for a duplicate. */
export function FieldChoices({ row, answer, onAnswer }: FieldChoicesProps) {
  const { differences, status } = row
  if (differences.length === 0)
    return <p>{status === 'match' ? 'Tidak ada yang diubah.' : 'Isinya sama; baris ini dilewati.'}</p>
  const known = status === 'match'
  const [hereWord, fileWord] = known ? ['yang ada', 'dari berkas'] : [`baris ${row.sameAs?.row}`, `baris ${row.row}`]

  function choose(field: ComparedField, fromFile: boolean) {
    const others = answer?.action === 'take' ? answer.fields.filter(one => one !== field) : []
    onAnswer({ row: row.row, action: 'take', fields: fromFile ? [...others, field] : others })
  }

  return (
    <>
      <Flex component="dl" direction="column" gap="0.625rem" m={0}>
        {differences.map(({ field, label, present, file }) => (
          <div key={field} className={styles.difference}>
            <dt>{label}</dt>
            <dd>
              <Box component="span" display="inline-block" miw="5rem" c="var(--ink-2)" fz="0.75rem">
                {hereWord}
              </Box>{' '}
              {present}
            </dd>
            <dd>
              <Box component="span" display="inline-block" miw="5rem" c="var(--ink-2)" fz="0.75rem">
                {fileWord}
              </Box>{' '}
              {file}
            </dd>
            {known && (
              <dd>
                <SwitchBar
                  label={label}
                  size="small"
                  value={answer?.action === 'take' ? (answer.fields.includes(field) ? 'file' : 'here') : null}
                  onChange={side => choose(field, side === 'file')}
                  options={[
                    { value: 'here', label: 'Yang ada' },
                    { value: 'file', label: 'Dari berkas' },
                  ]}
                />
              </dd>
            )}
          </div>
        ))}
      </Flex>
      <DecisionButtons row={row} onAnswer={onAnswer} />
    </>
  )
}

/** The keys of the page as buttons. */
export function DecisionButtons({ row, onAnswer }: Omit<FieldChoicesProps, 'answer'>) {
  return (
    <Flex wrap="wrap" gap="0.5rem">
      {decisionsOf(row).map(({ key, words, answer }) => (
        <ActionButton key={key} size="xs" action={{ label: words, keys: key, run: () => onAnswer(answer) }} />
      ))}
    </Flex>
  )
}

/** 1, 2 and 3: decide the whole row at once. */
export function decisionsOf(row: ImportRow): { key: string; words: string; answer: ImportAnswer }[] {
  const fields = row.differences.map(difference => difference.field)
  const skip: ImportAnswer = { row: row.row, action: 'skip', fields: [] }
  if (row.status === 'create')
    return [
      { key: '1', words: 'NIK sudah benar', answer: { row: row.row, action: 'take', fields: [] } },
      { key: '3', words: 'Lewati', answer: skip },
    ]
  if (row.status === 'duplicate' && row.sameAs)
    return [
      { key: '1', words: `Pakai baris ${row.sameAs.row}`, answer: skip },
      { key: '2', words: `Pakai baris ${row.row}`, answer: { row: row.row, action: 'take', fields: [] } },
    ]
  return [
    { key: '1', words: 'Pakai yang ada', answer: { row: row.row, action: 'take', fields: [] } },
    { key: '2', words: 'Pakai dari berkas', answer: { row: row.row, action: 'take', fields } },
    { key: '3', words: 'Lewati', answer: skip },
  ]
}
