// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/text_models.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/enrich/entities/known_names.h"
#include "indexer/enrich/entities/person_spans.h"
#include "indexer/enrich/entities/places_abroad.h"
#include "indexer/enrich/entities/resolve.h"
#include "indexer/enrich/entities/resolve_text.h"
#include "indexer/enrich/names/consistency.h"
#include "indexer/enrich/names/tagger.h"
#include "indexer/enrich/topics/classifier.h"
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

}  // namespace

struct TextModels::Parts {
  explicit Parts(const std::filesystem::path& folder)
      : clusters(folder / "words.model"),
        tagger(folder / "names.model", clusters),
        classifier(folder / "topics.model"),
        gazetteer(folder / "places.tsv"),
        places_abroad(gazetteer),
        organisations(folder / "organisations.tsv"),
        known(gazetteer, organisations, clusters) {}

  // "East Asian": what belongs to a place is not its name.
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

  // The type of a name that the lists know for sure.
  EntityType settled(EntityType type, std::string_view name) const {
    if (type != EntityType::organisation && organisations.find(name) != nullptr &&
        !gazetteer.has(name))
      return EntityType::organisation;
    if (type == EntityType::organisation && !has_small_letters(name) && is_country(name))
      return EntityType::place;  // "the USA and its allies"
    return type;
  }

  // The same of a part of a longer name; what stood before a title has to be known.
  std::optional<EntityType> type_of_part(EntityType type, std::string_view name) const {
    if (type != EntityType::organisation) return settled(type, name);
    if (organisations.find(name) != nullptr) return type;
    return gazetteer.has(name) ? std::optional(EntityType::place) : std::nullopt;
  }

  WordClusters clusters;
  NameTagger tagger;
  TopicClassifier classifier;
  Gazetteer gazetteer;
  PlacesAbroad places_abroad;
  Organisations organisations;
  KnownNames known;
};

struct TextModels::Memory::State {
  explicit State(const NameTagger& tagger) : names(tagger) {}
  NameTagger::Memory names;
  RowCounter rows;
  std::array<CutText, kFields.size()> cuts;
};

TextModels::Memory::Memory(const TextModels& models)
    : state_(std::make_unique<State>(models.parts_->tagger)) {}
TextModels::Memory::~Memory() = default;
TextModels::Memory::Memory(Memory&&) noexcept = default;

TextModels::TextModels(const std::filesystem::path& folder)
    : parts_(std::make_unique<Parts>(folder)) {}
TextModels::~TextModels() = default;

std::vector<Entity> TextModels::find_entities(const Article& article,
                                              const std::vector<Entity>& known,
                                              Memory& memory) const {
  auto& cuts = memory.state_->cuts;
  cuts = {cut_names(article.title), cut_names(article.body)};
  auto spans = parts_->tagger.tag(cuts, memory.state_->names);
  make_consistent(cuts, spans);
  const auto forms = memory.state_->names.forms();
  const std::size_t title = cuts[0].tokens.size();
  parts_->known.correct(cuts[0], forms.first(title), spans[0]);
  parts_->known.correct(cuts[1], forms.subspan(title), spans[1]);
  std::vector<Name> names;
  std::vector<Mention> taken;
  const Mention agency = dateline_agency(article.body);
  for (std::size_t f = 0; f < kFields.size(); ++f)
    for (const TokenSpan& span : spans[f]) {
      const Name whole{span.type, mention_of(cuts[f], kFields[f], span), 100};
      if (overlap(whole.mention, agency)) {
        taken.push_back(whole.mention);
        continue;
      }
      for (const Name& name : separate_names(cuts[f].text, whole)) {
        const std::string_view written =
            cuts[f].text.substr(name.mention.start, name.mention.end - name.mention.start);
        if (parts_->is_adjective(written)) continue;
        const bool is_part = name.mention != whole.mention;
        const auto type = is_part ? parts_->type_of_part(name.type, written)
                                  : parts_->settled(name.type, written);
        if (!type) continue;
        taken.push_back(name.mention);
        if (!is_taken(name.mention, known)) names.push_back({*type, name.mention, name.confidence});
      }
    }
  settle_titled(article, names);
  const auto people = find_people_words(article, taken, parts_->gazetteer);
  return resolve_names(article, names, people, parts_->gazetteer, parts_->organisations);
}

std::vector<Entity> TextModels::find_places(const Article& article, Analyzer& analyzer) const {
  return parts_->places_abroad.find(article, analyzer);
}

std::vector<Topic> TextModels::find_topics(Memory& memory) const {
  const auto forms = memory.state_->names.forms();
  const std::size_t title = memory.state_->cuts[0].tokens.size();
  count_rows(forms.first(title), forms.subspan(title), memory.state_->rows);
  return topics_of(parts_->classifier.probabilities(memory.state_->rows.take()));
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
