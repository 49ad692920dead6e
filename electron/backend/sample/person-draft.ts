import { noDetails } from '../../../shared/features/trainee/details.ts'
import type { TraineeDraft } from '../../../shared/features/trainee/trainee.ts'
import { searchVillages } from '../region/villages.ts'
import type { SamplePerson } from './sample-people.ts'

export function personDraft({ village, district, ...person }: SamplePerson): TraineeDraft {
  const place = searchVillages(village, 20).find(hit => hit.village === village && hit.district === district)
  return { ...noDetails, ...person, familyCard: '', villageCode: place?.code ?? null }
}
