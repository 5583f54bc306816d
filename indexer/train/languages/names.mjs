// SPDX-License-Identifier: GPL-3.0-or-later
// Writes names.json (people and towns by language) and countries.json (countries by language) for make_texts.py.
// Usage: node names.mjs FAKER OUT; FAKER is the folder of the npm package @faker-js/faker.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [faker, out] = process.argv.slice(2);
const locales = await import(resolve(faker, 'dist/index.js'));
const languages = {
  de: ['de', 'de_AT', 'de_CH'], en: ['en'], es: ['es', 'es_MX'], fr: ['fr', 'fr_BE', 'fr_CH'],
  it: ['it'], nl: ['nl', 'nl_BE'], pl: ['pl'], sv: ['sv'], tr: ['tr'],
};
const countries =
  ('AF AL DZ AR AM AU AT AZ BD BY BE BO BA BR BG CM CA CL CN CO CR HR CU CZ DK DO EC EG SV EE ET FI FR GE DE GH GR GT HT HN HU ' +
   'IS IN ID IR IQ IE IL IT JM JP JO KZ KE KW LV LB LY LT LU MY ML MX MD MA NL NZ NI NG NO PK PA PY PE PH PL PT QA RO RU SA SN ' +
   'RS SK SI ZA KR ES SD SE CH SY TW TZ TH TN TR UG UA AE GB US UY VE VN YE ZW').split(' ');

function collect(names, into) {
  if (typeof names === 'string') into.add(names);
  else if (Array.isArray(names)) names.forEach((name) => collect(name?.value ?? name, into));
  else if (names) Object.values(names).forEach((name) => collect(name, into));
}

const people = {};
for (const [language, parts] of Object.entries(languages)) {
  const [first, last, city] = [new Set(), new Set(), new Set()];
  for (const part of parts) {
    collect(locales[part]?.person?.first_name, first);
    collect(locales[part]?.person?.last_name, last);
    collect(locales[part]?.location?.city_name, city);
  }
  people[language] = { first: [...first], last: [...last].filter((name) => !name.includes('{')), city: [...city] };
}
writeFileSync(resolve(out, 'names.json'), JSON.stringify(people));

const named = {};
for (const language of ['de', 'fr', 'nl', 'es']) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  named[language] = countries.map((code) => names.of(code)).filter((name) => !name.includes('('));
}
writeFileSync(resolve(out, 'countries.json'), JSON.stringify(named));
