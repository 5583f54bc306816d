// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/text_models.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "indexer/enrich/entities/known_names.h"
#include "indexer/enrich/entities/person_spans.h"
#include "indexer/enrich/entities/place_spans.h"
#include "indexer/enrich/entities/places_abroad.h"
#include "indexer/enrich/entities/resolve.h"
#include "indexer/enrich/entities/resolve_text.h"
#include "indexer/enrich/entities/surnames_or_places.h"
#include "indexer/enrich/languages/language_packs.h"
#include "indexer/enrich/names/consistency.h"
#include "indexer/enrich/topics/topics.h"

namespace newsindex {
namespace {

constexpr std::array kFields{MentionField::title, MentionField::body};

Mention mention_of(const CutText& cut, MentionField field, const TokenSpan& span) {
  return {field, cut.tokens[span.begin].start, cut.tokens[span.end - 1].end};
}

bool overlap(const Mention& a, const Mention& b) {
  return a.field == b.field && a.start < b.end && b.start < a.end;
}

bool is_taken(const Mention& mention, const std::vector<Entity>& known) {
  return std::any_of(known.begin(), known.end(), [&](const Entity& entity) {
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                       [&](const Mention& other) { return overlap(mention, other); });
  });
}

// The places found by lists, without mentions that overlap another name: "Bank" and "Berlin" in
// "Berliner Bank" are parts of one name. Places without mentions left are dropped.
std::vector<Entity> places_beside(const std::vector<Name>& names, std::vector<Entity> places) {
  const auto is_other = [&](const Mention& mention) {
    return std::any_of(names.begin(), names.end(), [&](const Name& name) {
      const bool same = name.mention == mention && name.type == EntityType::place;
      return !same && overlap(name.mention, mention);
    });
  };
  for (Entity& place : places) std::erase_if(place.mentions, is_other);
  std::erase_if(places, [](const Entity& place) { return place.mentions.empty(); });
  return places;
}

// Merges both lists. A place that is in both gets the mentions of both.
std::vector<Entity> joined(std::vector<Entity> entities, std::vector<Entity> places) {
  for (Entity& place : places) {
    const auto same = std::find_if(entities.begin(), entities.end(), [&](const Entity& entity) {
      return entity.type == place.type && entity.name == place.name;
    });
    if (same == entities.end()) {
      entities.push_back(std::move(place));
      continue;
    }
    same->mentions.insert(same->mentions.end(), place.mentions.begin(), place.mentions.end());
    std::sort(same->mentions.begin(), same->mentions.end(), [](const Mention& a, const Mention& b) {
      return std::pair(a.field, a.start) < std::pair(b.field, b.start);
    });
    for (std::string& alias : place.aliases)
      if (std::find(same->aliases.begin(), same->aliases.end(), alias) == same->aliases.end())
        same->aliases.push_back(std::move(alias));
  }
  return entities;
}

}  // namespace

struct TextModels::Parts {
  explicit Parts(const std::filesystem::path& folder)
      : packs(folder),
        gazetteer(folder / "places.tsv"),
        places_abroad(gazetteer),
        organisations(folder / "organisations.tsv", packs.common_words()),
        known(gazetteer, organisations, *packs.base().vocabulary, packs.common_words()) {}

  // True for names such as "East Asian": an adjective of a place is not its name.
  bool is_adjective(std::string_view name) const {
    const std::string_view last = name.substr(name.rfind(' ') + 1);  // npos + 1 is 0
    return last.size() < name.size() && gazetteer.find_by_people(last) != nullptr &&
           !gazetteer.has(name) && organisations.find(name) == nullptr;
  }

  bool is_country(std::string_view name) const {
    const auto found = gazetteer.find(name);
    return !found.empty() && found.front()->kind == PlaceKind::country &&
           organisations.find(name) == nullptr;
  }

  // The type of a name, corrected if the lists know it for sure.
  EntityType settled(EntityType type, std::string_view name) const {
    if (type != EntityType::organisation && organisations.find(name) != nullptr &&
        !gazetteer.has(name))
      return EntityType::organisation;
    if (type == EntityType::organisation && !has_small_letters(name) && is_country(name))
      return EntityType::place;  // "the USA and its allies"
    return type;
  }

  // The same for a part of a longer name. The part before a title counts only if the lists know it.
  std::optional<EntityType> type_of_part(EntityType type, std::string_view name) const {
    if (type != EntityType::organisation) return settled(type, name);
    if (organisations.find(name) != nullptr) return type;
    return gazetteer.has(name) ? std::optional(EntityType::place) : std::nullopt;
  }

  LanguagePacks packs;
  Gazetteer gazetteer;
  PlacesAbroad places_abroad;
  Organisations organisations;
  KnownNames known;
};

struct TextModels::Memory::State {
  // The tagger's memory for this language.
  NameTagger::Memory& names_of(const LanguagePack& pack) {
    const auto [at, is_new] = names.try_emplace(&pack, nullptr);
    if (is_new) at->second = std::make_unique<NameTagger::Memory>(*pack.tagger);
    return *at->second;
  }

  std::map<const LanguagePack*, std::unique_ptr<NameTagger::Memory>> names;
  std::span<const WordForm* const> forms;  // of the last tagged article
  RowCounter rows;
  std::array<CutText, kFields.size()> cuts;
};

TextModels::Memory::Memory() : state_(std::make_unique<State>()) {}
TextModels::Memory::~Memory() = default;
TextModels::Memory::Memory(Memory&&) noexcept = default;

TextModels::TextModels(const std::filesystem::path& folder)
    : parts_(std::make_unique<Parts>(folder)) {}
TextModels::~TextModels() = default;

bool TextModels::know_language(std::string_view language) const {
  return parts_->packs.find(language) != nullptr;
}

const NameWords& TextModels::words_of(std::string_view language) const {
  const LanguagePack* pack = parts_->packs.find(language);
  return pack == nullptr ? parts_->packs.common_words() : pack->words;
}

std::vector<Entity> TextModels::find_entities(const Article& article, std::string_view language,
                                              const std::vector<Entity>& known, Memory& memory,
                                              Analyzer& analyzer) const {
  const LanguagePack& pack = *parts_->packs.find(language);
  auto& cuts = memory.state_->cuts;
  NameTagger::Memory& tagging = memory.state_->names_of(pack);
  cuts = {cut_names(article.title, pack.words), cut_names(article.body, pack.words)};
  auto spans = pack.tagger->tag(cuts, tagging);
  make_consistent(cuts, spans);
  const auto forms = memory.state_->forms = tagging.forms();
  const std::size_t title = cuts[0].tokens.size();
  parts_->known.correct(cuts[0], forms.first(title), pack.words, spans[0]);
  parts_->known.correct(cuts[1], forms.subspan(title), pack.words, spans[1]);
  const bool is_base = pack.language == kBaseLanguage;
  if (is_base) {
    for (std::size_t f = 0; f < kFields.size(); ++f)
      mend_places(cuts[f], parts_->gazetteer, pack.words, spans[f]);
    settle_surnames(cuts, parts_->gazetteer, pack.words, spans);
  }
  std::vector<Name> names;
  std::vector<Mention> taken;
  const Mention agency = dateline_agency(article.body);
  for (std::size_t f = 0; f < kFields.size(); ++f)
    for (const TokenSpan& span : spans[f]) {
      const Name whole{span.type, mention_of(cuts[f], kFields[f], span), span.confidence};
      if (overlap(whole.mention, agency)) {
        taken.push_back(whole.mention);
        continue;
      }
      const std::vector<Name> parts =
          is_base ? separate_names(cuts[f].text, whole, pack.words) : std::vector<Name>{whole};
      for (const Name& name : parts) {
        const std::string_view written =
            cuts[f].text.substr(name.mention.start, name.mention.end - name.mention.start);
        if (is_base && parts_->is_adjective(written)) continue;
        const bool is_part = name.mention != whole.mention;
        const auto type = is_part ? parts_->type_of_part(name.type, written)
                                  : parts_->settled(name.type, written);
        if (!type) continue;
        taken.push_back(name.mention);
        if (!is_taken(name.mention, known)) names.push_back({*type, name.mention, name.confidence});
      }
    }
  if (!is_base) {
    std::vector<Entity> places = places_beside(names, find_places(article, language, analyzer));
    std::erase_if(names, [&](const Name& name) { return is_taken(name.mention, places); });
    auto found =
        resolve_names(article, names, {}, parts_->gazetteer, parts_->organisations, pack.words);
    return joined(std::move(found), std::move(places));
  }
  settle_titled(article, pack.words, names);
  const auto people = find_people_words(article, taken, parts_->gazetteer, pack.words);
  return resolve_names(article, names, people, parts_->gazetteer, parts_->organisations,
                       pack.words);
}

std::vector<Entity> TextModels::find_places(const Article& article, std::string_view language,
                                            Analyzer& analyzer) const {
  return parts_->places_abroad.find(article, language, analyzer);
}

std::vector<Topic> TextModels::find_topics(Memory& memory) const {
  const auto forms = memory.state_->forms;
  const std::size_t title = memory.state_->cuts[0].tokens.size();
  count_rows(forms.first(title), forms.subspan(title), memory.state_->rows);
  return topics_of(parts_->packs.topics().probabilities(memory.state_->rows.take()));
}

void TextModels::canonize(Entity& entity) const {
  std::string name;
  if (entity.type == EntityType::place) {
    const auto found = parts_->gazetteer.find(entity.name);
    if (found.empty()) return;
    name = found.front()->name;
    if (entity.country.empty()) entity.country = found.front()->country;
  } else if (entity.type == EntityType::organisation) {
    const Organisation* found = parts_->organisations.find(entity.name);
    if (found == nullptr) return;
    name = found->name;
  }
  if (name.empty() || name == entity.name) return;
  entity.aliases.push_back(std::exchange(entity.name, name));
}

}  // namespace newsindex
