import { aidRoute } from './aid/aid-page.tsx'
import { followUpRoute } from './follow-up/follow-up-page.tsx'
import { resultPeopleRoute } from './results/result-people-page.tsx'
import { resultsRoute } from './results/results-page.tsx'

export const alumniRoutes = [followUpRoute, resultsRoute, resultPeopleRoute, aidRoute]
