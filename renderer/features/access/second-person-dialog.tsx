import { Box, Flex, PasswordInput, Radio, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Approved } from '../../../shared/features/access/contract.ts'
import { formatApprovers, requestDays } from '../../../shared/features/access/second-person.ts'
import { secretNames } from '../../../shared/features/access/secret.ts'
import { reason as reasonSchema } from '../../../shared/kernel/schema.ts'
import type { SecondPersonRequest } from '../../app/access-gate.ts'
import { api, useCommand } from '../../app/client.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { ChoiceSelect } from '../../ui/form/choice-select.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import styles from './second-person-dialog.module.css'

type Way = 'send' | 'here'

/** Shown above the form of an act that needs a second person. Sends a request to that person, or takes that person's password here. */
export function SecondPersonDialog({ refused: { needed, input, answer } }: { refused: SecondPersonRequest }) {
  const { operation, title, subject, consequences, roles, approvers } = needed
  const [why, setWhy] = useState(reasonOf(input))
  const [way, setWay] = useState<Way>('send')
  const [approver, setApprover] = useState(approvers[0]?.id)
  const [secret, setSecret] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useCommand(api.access.ask)
  const agree = useCommand(api.access.approveHere)
  const who = formatApprovers(roles)
  const beside = approvers.find(({ id }) => id === approver)
  const read = reasonSchema.safeParse(why)
  const problem = read.success ? undefined : (read.error.issues[0]?.message ?? 'Tulis alasannya.')
  const refused = problem ?? (way === 'here' && secret === '' ? `Ketik sandi ${beside?.name ?? who} dulu.` : undefined)

  async function send() {
    if (!read.success) return
    const request = { operation, input: asJson(input), reason: read.data }
    if (way === 'send') {
      const sent = await ask.run(request)
      if (sent) answer({ sentTo: sent.output.approvers })
      return
    }
    if (!beside) return
    const agreed = await agree.run({ ...request, approver: beside.id, secret })
    if (agreed) answer(agreed.output satisfies Approved)
    else setSecret('')
  }
  return (
    <FormModal
      title={title}
      size={560}
      over
      onClose={() => answer(null)}
      action={{
        label: way === 'send' ? 'Minta persetujuan' : 'Setujui dan jalankan',
        widest: 'Setujui dan jalankan',
        keys: 'Ctrl Enter',
        run: send,
        pending: ask.pending || agree.pending,
        refused,
        onRefused: () => setTried(true),
      }}
      error={(way === 'send' ? ask.error : agree.error) ?? (tried && !problem ? (refused ?? null) : null)}
    >
      {subject !== '' && (
        <Box component="p" mt="-0.5rem" c="var(--ink-2)" fz="0.84375rem" lh="1.125rem">
          {subject}
        </Box>
      )}
      <ul className={styles.consequences} aria-label="Akibatnya">
        {consequences.map(words => (
          <li key={words}>
            <IconAlertTriangle size={16} aria-hidden />
            {words}
          </li>
        ))}
      </ul>
      <Textarea
        {...field({ label: 'Alasan' })}
        data-autofocus
        minRows={1}
        maxRows={4}
        maxLength={500}
        {...typing(why, setWhy)}
        error={tried ? problem : undefined}
      />
      {approvers.length === 0 ? (
        <Note tone="warn" title={`Belum ada ${who} selain Anda.`}>
          Permintaan menunggu {requestDays} hari. Minta Admin memberi peran {who} kepada orang lain.
        </Note>
      ) : (
        <Radio.Group label={`Disetujui ${who}`} value={way} onChange={value => setWay(value as Way)}>
          <Flex direction="column" gap="0.5rem" pt="0.375rem">
            <Radio
              classNames={{ root: layout.card ?? '', label: layout.strong ?? '' }}
              value="send"
              label={`Kirim ke Beranda ${approvers.map(({ name }) => name).join(' atau ')}`}
              description={`berlaku ${requestDays} hari; belum ada yang berubah sampai disetujui`}
            />
            <Radio
              classNames={{ root: layout.card ?? '', label: layout.strong ?? '' }}
              value="here"
              label={`${who} mengetik sandinya di sini`}
              description="bila sedang di meja ini"
            />
          </Flex>
        </Radio.Group>
      )}
      {way === 'here' && (
        <div className={layout.pair}>
          <ChoiceSelect
            {...field({ label: 'Yang menyetujui' })}
            data={approvers.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(approver)}
            onChange={value => setApprover(approvers.find(({ id }) => String(id) === value)?.id ?? approver)}
          />
          <PasswordInput
            {...field({ label: `${secretNames[beside?.kind ?? 'PASSWORD']} ${beside?.name ?? ''}` })}
            autoComplete="off"
            maxLength={200}
            {...typing(secret, setSecret)}
          />
        </div>
      )}
    </FormModal>
  )
}

/** Most such acts already ask for a reason; it is reused. */
function reasonOf(input: unknown): string {
  if (typeof input !== 'object' || input === null || !('reason' in input)) return ''
  return typeof input.reason === 'string' ? input.reason : ''
}

function asJson(input: unknown): Parameters<typeof api.access.ask.call>[0]['input'] {
  return JSON.parse(JSON.stringify(input))
}
