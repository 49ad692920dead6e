/** Props of a NumberInput for an offset: steps of half a millimetre, up to 20 in each direction. */
export const halfMillimetres = {
  step: 0.5,
  min: -20,
  max: 20,
  decimalScale: 1,
  decimalSeparator: ',',
  allowedDecimalSeparators: [',', '.'],
}
