import { Select } from '@mantine/core'
import { type CentreDraft, centreDraft } from '../../../shared/features/centre/centre.ts'
import type { Centre } from '../../../shared/features/centre/contract.ts'
import { api, QueryBoundary, useCommand, useRead, useToday } from '../../app/client.ts'
import { useRecordForm } from '../../app/desk/use-record-form.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { SaveBar } from '../../app/save-bar.tsx'
import type { InputProps } from '../../app/use-draft-form.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { field } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { CentreFields } from '../centre/centre-fields.tsx'
import { Letterhead } from '../centre/letterhead.tsx'
import { useLogoPicker } from '../centre/logo-picker.tsx'
import { SheetExample } from '../centre/sheet-example.tsx'

export const centreSectionRoute = pageRoute('/pengaturan/balai', CentreSection)

/** Name, letterhead and logo of the centre. */
function CentreSection() {
  const reading = useRead(api.centre.get, {})
  if (reading.data) return <CentreForm centre={reading.data.centre} />
  return (
    <SettingsPage section="balai">
      <QueryBoundary query={reading}>{() => null}</QueryBoundary>
    </SettingsPage>
  )
}

function CentreForm({ centre }: { centre: Centre }) {
  const today = useToday()
  const { data: regencies = [] } = useRead(api.activity.regencies, {})
  const before = draftOf(centre)
  const update = useCommand(api.centre.update, {
    done: () => 'Data balai disimpan.',
    async undo() {
      await api.centre.update.call(before)
      record.restored(before)
    },
  })
  const setLogo = useCommand(api.centre.setLogo, {
    done: (_, input) => (input.logo ? 'Logo disimpan.' : 'Logo dihapus.'),
    undo: () => api.centre.setLogo.call({ logo: centre.logo }),
  })
  const picker = useLogoPicker(centre.logo, logo => setLogo.run({ logo }))

  const { form, submit, ...record } = useRecordForm({
    subject: 'balai',
    schema: centreDraft,
    initial: before,
    opened: before,
    save: update,
    input: (values, saw) => ({ ...values, ...saw }),
    format: { regencyCode: (code: string) => regencies.find(one => one.code === code)?.name ?? '' },
  })

  return (
    <SettingsPage
      section="balai"
      actions={record.presence}
      bar={
        <SaveBar
          needs="setting.change"
          dirty={form.isDirty()}
          action="Simpan balai"
          error={record.error}
          onSave={submit}
        />
      }
    >
      {record.choice}
      <Columns stacks widths="1fr 1fr" gap="1rem" maw="72rem">
        <Panel title="Balai">
          <form
            className={layout.stack}
            onKeyDownCapture={enterMovesOn(submit)}
            onSubmit={event => event.preventDefault()}
          >
            <CentreFields inputProps={path => form.getInputProps(path)} />
            <RegencySelect regencies={regencies} inputProps={form.getInputProps('regencyCode')} />
          </form>
        </Panel>
        <div className={layout.stack}>
          <Letterhead centre={form.values} logo={picker.box}>
            <SheetExample centre={form.values} today={today} />
          </Letterhead>
          {picker.actions}
          <ErrorNote error={setLogo.error} />
          <p className={layout.detail}>
            Kop dan nomor berlaku untuk surat yang dibuat sesudah ini. Sertifikat yang sudah terbit tidak berubah.
          </p>
        </div>
      </Columns>
    </SettingsPage>
  )
}

function draftOf({ practice: _, hasLogo: __, logo: ___, ...draft }: Centre): CentreDraft {
  return draft
}

/** The kabupaten or kota whose kelurahan the board of activities lists. */
function RegencySelect({
  regencies,
  inputProps,
}: {
  regencies: readonly { code: string; name: string }[]
  inputProps: InputProps
}) {
  return (
    <Select
      {...field({ label: 'Wilayah papan sebaran', hint: 'Kelurahannya menjadi kolom papan di Kegiatan & Dana.' })}
      searchable
      limit={30}
      openOnFocus={false}
      nothingFoundMessage="Tidak ada kabupaten atau kota dengan nama itu."
      data={regencies.map(({ code, name }) => ({ value: code, label: name }))}
      {...inputProps}
    />
  )
}
