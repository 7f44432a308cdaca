export { addDays, dayFrom, dayInChina, dayOf, daysBetween, minutesInChina, momentInChina, weekdayOf, yearOf, type Day } from './day.js';
export { lastWorkingDay, officialCalendar, workingDaysUntil, type DayKind, type WorkCalendar, type YearArrangement } from './work-calendar.js';
export { deadlinesOf, statutoryDeadlines, type Deadline, type DeadlineRule } from './deadline.js';
