import { Box, Flex } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { PersonRights } from '../../../shared/features/rights/contract.ts'
import { type AnonymityGround, daysToStop } from '../../../shared/features/rights/retention.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { longDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { AnonymiseDialog } from './anonymise-dialog.tsx'
import { FreezeDialog, ThawDialog } from './freeze-dialog.tsx'

interface RightsPanelProps {
  person: { id: TraineeId; name: string }
  rights: PersonRights
}

/** The rights of a person under UU 27/2022, each with its effect. */
export function RightsPanel({ person, rights }: RightsPanelProps) {
  const { id, name } = person
  const router = useRouter()
  const actions = useRef<HTMLDivElement>(null)
  const [dialog, setDialog] = useState<'freeze' | 'thaw' | 'anonymise' | null>(null)
  const copy = useFileCommand(api.rights.exportPerson, () => 'Salinan data dibuat dan dicatat.')
  const seen = useFileCommand(api.history.seenByPaper, () => 'Daftar pembuka data dibuat.')
  const frozen = rights.state === 'FROZEN'
  useActions([{ label: 'Hak atas data', keys: 'Alt H', run: () => actions.current?.querySelector('button')?.focus() }])

  const close = () => setDialog(null)

  return (
    <Panel title="Hak atas data" facts="menurut UU 27/2022; setiap tindakan dicatat">
      <ErrorNote error={copy.error ?? seen.error} />
      <div className={layout.lines} ref={actions}>
        <Action
          name="Ekspor data"
          words="Salinan semua yang disimpan tentang orang ini, termasuk data terbatas, untuk diserahkan kepadanya: PDF untuk dibaca, JSON (teks yang dibaca komputer) untuk dipindah ke program lain."
        >
          {(['pdf', 'json'] as const).map(format => (
            <ActionButton
              key={format}
              size="xs"
              pending={copy.pending}
              label={`Ekspor data sebagai ${format.toUpperCase()}`}
              onAction={() => copy.run({ id, format })}
            >
              {format.toUpperCase()}
            </ActionButton>
          ))}
        </Action>
        <Action
          name="Pembuka data"
          words="Siapa yang membuka, mencetak, atau mengekspor data orang ini, untuk diserahkan kepadanya."
        >
          <ActionButton size="xs" pending={seen.pending} onAction={() => seen.run({ id })}>
            Buat daftar pembuka data
          </ActionButton>
        </Action>
        <Action
          name="Koreksi"
          words="Perbaikan yang diminta orangnya. Nilai lama, nilai baru dan alasannya tersimpan di bawah."
        >
          <ActionButton
            needs="rights.change"
            size="xs"
            refused={frozen ? 'Data dibekukan. Cairkan dulu.' : undefined}
            onAction={() => router.history.push(`/peserta/${id}/ubah?koreksi=1`)}
          >
            Koreksi data
          </ActionButton>
        </Action>
        <Action
          name={frozen ? 'Cairkan' : 'Bekukan'}
          words={
            frozen
              ? 'Pemrosesan boleh dilanjutkan, misalnya setelah persetujuan baru.'
              : `Hentikan pemrosesan, paling lambat ${daysToStop} × 24 jam sejak diminta. Kelas yang sedang diikuti tetap selesai sampai sertifikat.`
          }
        >
          <ActionButton
            needs="rights.change"
            size="xs"
            widest="Bekukan data"
            onAction={() => setDialog(frozen ? 'thaw' : 'freeze')}
          >
            {frozen ? 'Cairkan data' : 'Bekukan data'}
          </ActionButton>
        </Action>
        <Action name="Anonimkan" words={formatAnonymity(rights.anonymity)}>
          <ActionButton
            needs="rights.erase"
            size="xs"
            refused={rights.anonymity.ground === null ? formatAnonymity(rights.anonymity) : undefined}
            onAction={() => setDialog('anonymise')}
          >
            Anonimkan
          </ActionButton>
        </Action>
      </div>
      {dialog === 'freeze' && <FreezeDialog person={person} onClose={close} />}
      {dialog === 'thaw' && <ThawDialog person={person} onClose={close} />}
      {dialog === 'anonymise' && (
        <AnonymiseDialog
          people={[id]}
          title={`Anonimkan ${name}?`}
          onRequest={rights.anonymity.ground === 'REQUEST'}
          onClose={close}
        />
      )}
    </Panel>
  )
}

function Action({ name, words, children }: { name: string; words: string; children: React.ReactNode }) {
  return (
    <Columns align="center" py="0.625rem" gap="0.25rem 1.25rem" widths="1fr auto">
      <div>
        <Box component="p" fz="0.8125rem" fw={600} lh="1.25rem">
          {name}
        </Box>
        <Box component="p" maw="40rem" c="var(--ink-2)" fz="0.75rem" lh="1.125rem">
          {words}
        </Box>
      </div>
      <Flex gap="0.5rem">{children}</Flex>
    </Columns>
  )
}

function formatAnonymity(anonymity: AnonymityGround): string {
  switch (anonymity.ground) {
    case 'RETENTION':
      return `Masa simpan lewat sejak ${longDate(anonymity.since)}. Nama dan data pribadi dihapus, hitungan dan sertifikat tetap.`
    case 'REQUEST':
      return 'Tidak ada kelas yang perlu dipertanggungjawabkan, jadi boleh dianonimkan atas permintaan.'
    case null:
      return `Disimpan untuk pertanggungjawaban ${anonymity.cohort} sampai ${longDate(anonymity.until)}.`
  }
}
