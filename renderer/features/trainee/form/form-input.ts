import type { UseFormReturnType } from '@mantine/form'
import { type FieldOptions, field } from '../../../ui/form/field.tsx'
import styles from './trainee-form.module.css'

/** Label, width and value of a field of a form about a person: `<TextInput {...input('email', 'Email', 'half')} />`. */
export function inputOf<Values extends object>(form: UseFormReturnType<Values>) {
  return (path: keyof Values & string, label: string, width: string, options: Omit<FieldOptions, 'label'> = {}) => ({
    ...field({ label, ...options }),
    className: styles[width] ?? '',
    autoComplete: 'off',
    ...form.getInputProps(path),
  })
}
