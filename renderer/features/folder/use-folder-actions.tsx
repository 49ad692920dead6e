import { type ReactNode, useRef, useState } from 'react'
import type { FolderRow, PaperScan } from '../../../shared/features/folder/contract.ts'
import type { Verdict } from '../../../shared/features/folder/paper-state.ts'
import { paragraph } from '../../../shared/kernel/schema.ts'
import { api, useCommand } from '../../app/client.ts'
import { readFile, ScanDialog } from '../../app/file/scan-dialog.tsx'
import type { Action } from '../../ui/action/action.ts'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { HiddenFile } from '../../ui/form/hidden-file.tsx'
import type { PaperPaneProps } from './paper-pane.tsx'

const noteSchema = paragraph(500, 1)

const verdictMessages = {
  CHECKED: 'Berkas dicatat sudah diperiksa.',
  RETURNED: 'Berkas dikembalikan.',
  UNUSED: 'Berkas tidak dipakai kelas ini.',
  NONE: 'Catatan pemeriksaan dihapus.',
}

type OpenDialog = { row: FolderRow; verdict: 'RETURNED' | 'UNUSED' }

/** The actions on a line of the checklist, and their dialogs. */
export function useFolderActions(code: string) {
  const attach = useCommand(api.folder.attachScan, { done: () => 'Hasil scan terlampir.' })
  const remove = useCommand(api.folder.removeScan, { done: () => 'Hasil scan dihapus.' })
  const openScan = useCommand(api.folder.openScan)
  const setVerdict = useCommand(api.folder.setVerdict, {
    done: (_, { verdict }) => verdictMessages[verdict ?? 'NONE'],
    undo: (_, { key }) =>
      api.folder.setVerdict.call({
        code,
        key,
        verdict: former.current?.verdict ?? null,
        note: former.current?.note ?? '',
      }),
  })
  /** The verdict before, for undo. */
  const former = useRef<FolderRow['verdict']>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [leaving, setLeaving] = useState<PaperScan | null>(null)
  const [shown, setShown] = useState<{ title: string; file: File } | null>(null)

  /** Clears earlier errors. */
  function begin() {
    for (const action of [attach, remove, openScan, setVerdict]) action.clear()
  }
  function say(row: FolderRow, verdict: Verdict | null, note = '') {
    former.current = row.verdict
    return setVerdict.run({ code, key: row.key, verdict, note })
  }
  function ask(row: FolderRow, verdict: OpenDialog['verdict']) {
    begin()
    setDialog({ row, verdict })
  }

  const input = useRef<HTMLInputElement>(null)
  const scanned = useRef<FolderRow | null>(null)
  async function attachTo(file: File | undefined) {
    const row = scanned.current
    if (!file || !row) return
    begin()
    await attach.run({ code, key: row.key, file })
  }

  const dialogs: ReactNode = (
    <>
      <HiddenFile
        ref={input}
        label="Hasil scan berkas"
        accept="application/pdf,image/jpeg,image/png"
        onFiles={([file]) => attachTo(file)}
      />
      {dialog && (
        <ReasonDialog
          title={
            dialog.verdict === 'RETURNED'
              ? `Kembalikan ${dialog.row.title}?`
              : `${dialog.row.title} tidak dipakai kelas ini?`
          }
          label={dialog.verdict === 'RETURNED' ? 'Catatan pemeriksa' : 'Alasan'}
          action={dialog.verdict === 'RETURNED' ? 'Kembalikan' : 'Tandai tidak dipakai'}
          schema={noteSchema}
          error={setVerdict.error}
          onAction={async note => {
            if (await say(dialog.row, dialog.verdict, note)) setDialog(null)
          }}
          onCancel={() => setDialog(null)}
        >
          {dialog.verdict === 'RETURNED'
            ? 'Tulis apa yang harus diperbaiki. Catatannya hilang bila hasil scan baru dilampirkan.'
            : 'Berkas ini tidak ikut dihitung dan tidak masuk ke PDF kelas.'}
        </ReasonDialog>
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title="Hapus hasil scan?"
        action="Hapus hasil scan"
        tone="danger"
        onAction={async () => {
          begin()
          if (leaving) await remove.run({ fileId: leaving.fileId })
          setLeaving(null)
        }}
        onCancel={() => setLeaving(null)}
      >
        Berkasnya hilang dari komputer ini dan tidak dapat dikembalikan.
      </ConfirmDialog>
      {shown && <ScanDialog title={shown.title} {...readFile(shown.file)} onClose={() => setShown(null)} />}
    </>
  )

  return {
    error: attach.error ?? remove.error ?? openScan.error ?? (dialog ? null : setVerdict.error),
    dialogs,
    /** Lets the person choose the file of the signed paper. */
    chooseScan(row: FolderRow) {
      scanned.current = row
      input.current?.click()
    },
    check(row: FolderRow) {
      begin()
      return say(row, 'CHECKED')
    },
    /** Verdicts on a line, used by its buttons and the keys of the page. */
    verdictsOf: (row: FolderRow): [check: Action, ...Action[]] => [
      {
        label: 'Diperiksa',
        needs: 'paper.change',
        hint: 'tandai diperiksa',
        keys: 'P',
        run() {
          begin()
          return say(row, 'CHECKED')
        },
      },
      {
        label: 'Kembalikan…',
        needs: 'paper.change',
        hint: 'kembalikan dengan catatan',
        keys: 'K',
        run: () => ask(row, 'RETURNED'),
      },
      {
        label: 'Tidak dipakai…',
        needs: 'paper.change',
        hint: 'tidak dipakai',
        keys: 'T',
        run: () => ask(row, 'UNUSED'),
      },
    ],
    paneOf: (row: FolderRow): Omit<PaperPaneProps, 'row' | 'acts' | 'size'> => ({
      code,
      async onOpenScan({ fileId }) {
        begin()
        const opened = await openScan.run({ fileId })
        if (opened) setShown({ title: `${row.title}, hasil scan`, file: opened.output.file })
      },
      onRemoveScan: setLeaving,
      onTakeBack: () => {
        begin()
        return say(row, null)
      },
    }),
  }
}
