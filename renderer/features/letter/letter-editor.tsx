import { Flex } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { CohortRow } from '../../../shared/features/cohort/contract.ts'
import type { LetterRow, LetterVersion } from '../../../shared/features/letter/contract.ts'
import { bodyProblems } from '../../../shared/features/letter/letter-body.ts'
import { letterDraft } from '../../../shared/features/letter/letter-draft.ts'
import type { LetterBody } from '../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../shared/features/letter/letter-forms.ts'
import type { LetterKey } from '../../../shared/features/letter/letter-key.ts'
import { tokensOf } from '../../../shared/features/letter/letter-tokens.ts'
import { api, useCommand } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { SaveBar } from '../../app/save-bar.tsx'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './letter-editor.module.css'
import { LetterList } from './letter-list.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { TokenField } from './token-field.tsx'
import { VersionDialog } from './version-dialog.tsx'

interface LetterEditorProps {
  paper: LetterKey
  letters: readonly LetterRow[]
  read: { title: string; body: LetterBody; current: number; versions: readonly LetterVersion[] }
  classes: readonly CohortRow[]
  /** Class of the preview; null while there is none. */
  code: string | null
}

/** Edits a letter: list at the left, its parts in the middle, a preview with data of a class at the right. */
export function LetterEditor({ paper, letters, read, classes, code }: LetterEditorProps) {
  const form = letterForm(paper)
  const tokens = tokensOf(form.tokens)
  const [body, setBody] = useState<LetterBody>(read.body)
  const [versionsOpen, setVersionsOpen] = useState(false)
  const [shown] = useDebouncedValue(body, 400)
  const save = useCommand(api.letter.save, {
    done: ({ version }) => `${read.title}: versi ${version} disimpan.`,
    async undo({ version }) {
      await api.letter.save.call({ draft: letterDraft.parse({ paper, body: read.body }), basedOn: version })
      setBody(read.body)
    },
  })
  const problems = bodyProblems(form, body)
  const dirty = form.parts.some(part => body[part.key] !== read.body[part.key])
  const first = problems[0]
  const [said] = useDebouncedValue(first?.message ?? null, 400)

  async function store() {
    const draft = letterDraft.safeParse({ paper, body })
    if (!dirty || !draft.success) return
    if (await save.run({ draft: draft.data, basedOn: read.current })) setBody(draft.data.body)
  }

  return (
    <SettingsPage
      section="surat"
      fixed
      facts={`${read.title} · ${read.current === 0 ? 'teks bawaan' : `versi ${read.current}`}`}
      actions={
        <>
          <LinkAction path="/pengaturan/formulir">Formulir kantor</LinkAction>
          <ActionButton icon={IconHistory} onAction={() => setVersionsOpen(true)}>
            {`Versi (${read.versions.length})`}
          </ActionButton>
        </>
      }
      bar={<SaveBar dirty={dirty} action="Simpan versi baru" error={said ?? save.error} onSave={store} />}
    >
      <div className={styles.desk}>
        <LetterList letters={letters} current={paper} code={code} />
        <Panel title={read.title} extra={<KeyHints hints={[{ keys: '{', text: 'token' }]} />} fill>
          <Flex mih={0} direction="column" gap="0.875rem">
            {form.parts.map(part => (
              <TokenField
                key={part.key}
                label={part.label}
                {...(part.hint === undefined ? {} : { hint: part.hint })}
                {...(part.optional ? { optional: true } : {})}
                value={body[part.key] ?? ''}
                onChange={text => setBody(former => ({ ...former, [part.key]: text }))}
                tokens={part.key === 'tentang' ? tokens.filter(token => token.name !== 'tentang') : tokens}
                error={problems.find(problem => problem.part === part.key)?.message}
              />
            ))}
          </Flex>
        </Panel>
        <LetterPreview paper={paper} body={shown} form={form} classes={classes} code={code} />
      </div>
      {versionsOpen && (
        <VersionDialog
          paper={paper}
          form={form}
          read={read}
          dirty={dirty}
          onRestored={setBody}
          onClose={() => setVersionsOpen(false)}
        />
      )}
    </SettingsPage>
  )
}
