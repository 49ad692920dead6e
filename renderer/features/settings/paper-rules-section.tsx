import { Checkbox, Textarea } from '@mantine/core'
import {
  inWordsLabels,
  type PaperRules,
  paperRuleLabels,
  paperRules,
} from '../../../shared/features/centre/paper-rules.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { SaveBar } from '../../app/save-bar.tsx'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { fieldOf } from '../../ui/form/field.tsx'
import { SegmentedField } from '../../ui/form/segmented-field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

export const paperRulesSectionRoute = pageRoute('/pengaturan/aturan-surat', PaperRulesSection)

/** How receipts, decrees and names look in this office. */
function PaperRulesSection() {
  const reading = useRead(api.centre.paperRules, {})
  if (reading.data) return <PaperRulesForm rules={reading.data} />
  return (
    <SettingsPage section="aturan-surat">
      <QueryBoundary query={reading}>{() => null}</QueryBoundary>
    </SettingsPage>
  )
}

function PaperRulesForm({ rules }: { rules: PaperRules }) {
  const draft = useDraftForm(paperRules, rules)
  const { form } = draft
  const update = useCommand(api.centre.savePaperRules, {
    done: () => 'Aturan surat disimpan.',
    async undo() {
      await api.centre.savePaperRules.call(rules)
      form.setValues(rules)
      form.resetDirty(rules)
    },
  })
  async function save() {
    const values = draft.read()
    if (values && (await update.run(values))) form.resetDirty(form.getValues())
  }
  const check = (key: keyof PaperRules) => (
    <Checkbox label={paperRuleLabels[key]} {...form.getInputProps(key, { type: 'checkbox' })} />
  )
  return (
    <SettingsPage
      section="aturan-surat"
      bar={
        <SaveBar
          needs="setting.change"
          dirty={form.isDirty()}
          action="Simpan aturan surat"
          error={update.error}
          onSave={save}
        />
      }
    >
      <Columns
        component="form"
        stacks
        widths="1fr 1fr"
        gap="1rem"
        maw="72rem"
        onKeyDownCapture={enterMovesOn(save)}
        onSubmit={event => event.preventDefault()}
      >
        <Panel title="Tanda terima">
          <div className={layout.stack}>
            {check('bankColumn')}
            {check('taxColumns')}
            {check('transportTaxed')}
            <SegmentedField
              label={paperRuleLabels.inWords}
              fullWidth={false}
              data={Object.entries(inWordsLabels).map(([value, label]) => ({ value, label }))}
              value={form.values.inWords}
              onChange={value => form.setFieldValue('inWords', value === 'gross' ? 'gross' : 'net')}
            />
          </div>
        </Panel>
        <Panel title="Nama dan data orang">
          <div className={layout.stack}>
            {check('decreeDegrees')}
            {check('letterDegrees')}
            {check('certificateDegrees')}
            {check('fullNik')}
            {check('predicate')}
            {check('decreeCopy')}
          </div>
        </Panel>
        <div className={layout.whole}>
          <Panel title="Dasar hukum keputusan (Mengingat)">
            <div className={layout.stack}>
              <Textarea
                autosize
                minRows={6}
                {...fieldOf(form, 'laws', {
                  label: paperRuleLabels.laws,
                  hint: 'Satu peraturan sebaris. Token: {perda_apbd}, {perwal_apbd}, {nomor_dpa}, {kode_rekening}.',
                })}
              />
              <Textarea
                autosize
                minRows={2}
                {...fieldOf(form, 'budgetLaws', {
                  label: paperRuleLabels.budgetLaws,
                  optional: true,
                  hint: 'Setahun sebaris: tahun | Perda APBD | Perwal penjabaran | nomor DPA.',
                })}
              />
            </div>
          </Panel>
        </div>
      </Columns>
    </SettingsPage>
  )
}
