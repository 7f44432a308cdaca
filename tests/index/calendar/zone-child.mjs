// Prints what kind of day each day of some years is, for a test that runs it in several time zones. Runs the built program.
import { addDays, dayFrom, officialCalendar } from '../../../dist/index/mod.js';

const calendar = officialCalendar();
const lines = [];
for (let day = dayFrom('2024-12-25'); day < '2028-12-31'; day = addDays(day, 1)) {
  const { working, holiday, provisional } = calendar.kindOf(day);
  lines.push(`${day} ${working} ${holiday} ${provisional}`);
}
process.stdout.write(lines.join('\n'));
