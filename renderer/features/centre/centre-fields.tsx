import { Select, TextInput } from '@mantine/core'
import { type CentreDraft, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { InputProps } from '../../app/use-draft-form.ts'
import { field } from '../../ui/form/field.tsx'
import styles from './centre-fields.module.css'

interface CentreFieldsProps {
  /** `form.getInputProps` of a form with these values. */
  inputProps: (path: keyof CentreDraft) => InputProps
}

/** The data of the centre that letterhead and letter numbers use. */
export function CentreFields({ inputProps }: CentreFieldsProps) {
  return (
    <>
      <TextInput {...field({ label: 'Nama balai' })} {...inputProps('name')} />
      <div className={styles.governmentRow}>
        <TextInput {...field({ label: 'Pemerintah' })} {...inputProps('government')} />
        <TextInput {...field({ label: 'Kota surat' })} {...inputProps('city')} />
      </div>
      <TextInput {...field({ label: 'Dinas', optional: true })} {...inputProps('agency')} />
      <TextInput {...field({ label: 'Alamat kop', optional: true })} {...inputProps('address')} />
      <div className={styles.halves}>
        <TextInput {...field({ label: 'Telepon', optional: true })} {...inputProps('phone')} />
        <TextInput {...field({ label: 'Pos-el', optional: true })} {...inputProps('email')} />
      </div>
      <div className={styles.thirds}>
        <TextInput {...field({ label: 'Klasifikasi nomor' })} {...inputProps('classification')} />
        <TextInput {...field({ label: 'Singkatan unit' })} {...inputProps('unit')} />
        <Select {...field({ label: 'Ukuran kertas' })} data={[...paperSizes]} {...inputProps('paperSize')} />
      </div>
    </>
  )
}
