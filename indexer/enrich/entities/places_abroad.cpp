// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/places_abroad.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>

#include "indexer/enrich/confidence.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

constexpr int kMillion = 60;          // the weight of a city of a million people
constexpr std::size_t kShortest = 4;  // bytes: "LA" and "Rio" are words in too many languages

// Continents have numbers in a standard of the United Nations (M49). CLDR has names for them, too.
constexpr std::array<std::pair<const char*, std::string_view>, 5> kContinents{
    {{"002", "Africa"},
     {"142", "Asia"},
     {"150", "Europe"},
     {"009", "Oceania"},
     {"003", "North America"}}};

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

// True if ICU has names in this language. If not, ICU would answer in the language of the machine.
bool has_names(const std::string& language) {
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  return std::any_of(locales, locales + count,
                     [&](const icu::Locale& locale) { return language == locale.getLanguage(); });
}

bool is_well_known(const Place& place) {
  return place.kind == PlaceKind::country || place.kind == PlaceKind::capital ||
         (place.kind == PlaceKind::city && place.weight >= kMillion);
}

// Places and what a language calls them.
class PlaceList {
 public:
  explicit PlaceList(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  // Adds a name of a place, unless the name rather means another place.
  void add(const Place& place, std::string_view name) {
    const auto meant = gazetteer_.find(name);
    if (name.size() < kShortest || name.find_first_of("\t\n|#") != std::string_view::npos) return;
    if (meant.empty() || meant.front() == &place) names_[&place] += std::string(name) + "|";
  }

  // The same, for the place with this English name.
  void add(std::string_view english, std::string_view name) {
    const auto places = gazetteer_.find(english);
    if (!places.empty()) add(*places.front(), name);
  }

  // The list in the format of an authority file.
  std::string lines() const {
    std::string lines;
    for (const auto& [place, names] : names_)
      lines += std::string(place->name) + "\tplace\t" + names + "\t\t" +
               std::string(place->country) + "\n";
    return lines;
  }

 private:
  const Gazetteer& gazetteer_;
  std::map<const Place*, std::string> names_;
};

void add_countries(const icu::Locale& locale, const Gazetteer& gazetteer, PlaceList& list) {
  icu::UnicodeString name;
  for (const Place& place : gazetteer.places())
    if (place.kind == PlaceKind::country && place.country.size() == 2)
      list.add(
          place,
          utf8(
              icu::Locale("", std::string(place.country).c_str()).getDisplayCountry(locale, name)));
  for (const auto& [code, english] : kContinents)
    list.add(english, utf8(icu::Locale("", code).getDisplayCountry(locale, name)));
}

// Adds the cities that time zones are named after.
void add_cities(const icu::Locale& locale, const Gazetteer& gazetteer, PlaceList& list) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> here(
      icu::TimeZoneNames::createInstance(locale, status));
  const std::unique_ptr<icu::TimeZoneNames> english(
      icu::TimeZoneNames::createInstance(icu::Locale::getEnglish(), status));
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL, nullptr, nullptr, status));
  if (U_FAILURE(status) != 0) return;
  icu::UnicodeString name;
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    const auto places = gazetteer.find(utf8(english->getExemplarLocationName(*zone, name)));
    if (places.empty() || !is_well_known(*places.front())) continue;
    list.add(*places.front(), utf8(here->getExemplarLocationName(*zone, name)));
  }
}

std::string_view text_of(const Article& article, MentionField field) {
  return field == MentionField::title ? article.title : article.body;
}

// True if one space and a capital follow: the name goes on.
bool goes_on(std::string_view text, std::size_t end) {
  if (end + 1 >= text.size() || text[end] != ' ') return false;
  std::size_t next = end + 1;
  return u_isupper(static_cast<UChar32>(next_character(text, next))) != 0;
}

// The names that this article uses for an entity.
std::vector<std::string> forms_used(const Article& article, const Entity& entity) {
  std::set<std::string> forms;
  for (const Mention& mention : entity.mentions)
    forms.emplace(
        text_of(article, mention.field).substr(mention.start, mention.end - mention.start));
  forms.erase(entity.name);
  return {forms.begin(), forms.end()};
}

}  // namespace

const Authority& PlacesAbroad::names_in(std::string_view code) const {
  const std::string language(code);
  const std::lock_guard lock(mutex_);
  std::unique_ptr<const Authority>& names = languages_[language];
  if (names != nullptr) return *names;
  PlaceList list(gazetteer_);
  for (const Place& place : gazetteer_.places())
    if (is_well_known(place)) {
      list.add(place, place.name);
      each_alias(place.aliases, [&](std::string_view alias) { list.add(place, alias); });
    }
  if (has_names(language)) {
    const icu::Locale locale(language.c_str());
    add_countries(locale, gazetteer_, list);
    add_cities(locale, gazetteer_, list);
  }
  names = std::make_unique<const Authority>(Authority::of(list.lines()));
  return *names;
}

std::vector<Entity> PlacesAbroad::find(const Article& article, std::string_view language,
                                       Analyzer& analyzer) const {
  if (language.empty()) return {};
  const Authority& names = names_in(language);
  std::vector<AuthorityHit> hits;
  bool has_running_text = false;
  for (const MentionField field : {MentionField::title, MentionField::body}) {
    const std::string_view text = text_of(article, field);
    const TextWords words(text, analyzer.analyze(text));
    names.find(field, words, std::nullopt, hits);
    has_running_text |= words.letter_case == LetterCase::running;
  }
  std::erase_if(hits, [&](const AuthorityHit& hit) {
    return goes_on(text_of(article, hit.mention.field), hit.mention.end);
  });
  std::vector<Entity> places = entities_named(names, std::move(hits), has_running_text);
  for (Entity& place : places) {
    place.origin = Origin::model;
    place.confidence = kConfidenceOfLists;
    place.aliases = forms_used(article, place);
  }
  return places;
}

}  // namespace newsindex
