// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/resolve.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "indexer/enrich/confidence.h"
#include "indexer/enrich/entities/person_names.h"
#include "indexer/enrich/entities/place_evidence.h"
#include "indexer/enrich/entities/resolve_text.h"

namespace newsindex {
namespace {

// A name as it stands in the article.
struct WrittenName {
  const Name* name;
  std::string_view text;
  std::string_view before;  // what stands in front of it
  std::string_view after;
};

// The names that are one entity so far.
struct Group {
  EntityType type = EntityType::person;
  std::string shown;  // the best name so far
  std::string country;
  const Place* place = nullptr;
  std::vector<WrittenName> names;
  std::vector<Mention> demonyms;
};

std::vector<WrittenName> written_names(const Article& article, std::span<const Name> names) {
  constexpr std::size_t kAround = 48;
  std::vector<WrittenName> written;
  for (const Name& name : names) {
    const std::string_view text =
        name.mention.field == MentionField::title ? article.title : article.body;
    const std::size_t start = name.mention.start;
    const std::size_t from = start - std::min(start, kAround);
    written.push_back({&name, text.substr(start, name.mention.end - start),
                       text.substr(from, start - from), text.substr(name.mention.end, kAround)});
  }
  return written;
}

// ---- people

struct KnownPerson {
  PersonName name;  // the fullest so far
  std::size_t group;
};

class People {
 public:
  People(std::vector<Group>& groups, const NameWords& words) : groups_(groups), words_(words) {}

  void add_all(const std::vector<WrittenName>& written) {
    std::vector<PersonName> names;
    for (const WrittenName& each : written)
      names.push_back(is_person(each) ? person_name(each.text, each.before, words_) : PersonName{});
    for (std::size_t i = 0; i < written.size(); ++i)
      if (is_person(written[i]) && is_full_name(names[i], words_)) learn(names[i], written[i]);
    for (std::size_t i = 0; i < written.size(); ++i)
      if (is_person(written[i])) place(names[i], written[i]);
  }

 private:
  static bool is_person(const WrittenName& written) {
    return written.name->type == EntityType::person;
  }

  bool is_same(const PersonName& a, const PersonName& b) const {
    if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return false;
    return name_fit(a, b, words_) == NameFit::same;
  }

  // True if both are full names, and one is the other without a middle name.
  bool is_variant(const PersonName& a, const PersonName& b) const {
    const PersonName& shorter = a.words.size() <= b.words.size() ? a : b;
    const PersonName& longer = a.words.size() <= b.words.size() ? b : a;
    return is_full_name(shorter, words_) && name_fit(shorter, longer, words_) != NameFit::none;
  }

  void learn(const PersonName& name, const WrittenName& written) {
    for (KnownPerson& known : known_)
      if (is_same(name, known.name)) return use_fuller(known, name, written);
    std::vector<KnownPerson*> variants;
    for (KnownPerson& known : known_)
      if (is_variant(name, known.name)) variants.push_back(&known);
    if (variants.size() == 1) return use_fuller(*variants.front(), name, written);
    known_.push_back({name, groups_.size()});
    groups_.push_back({});
    groups_.back().shown = shown(name, written);
  }

  std::string shown(const PersonName& name, const WrittenName& written) const {
    return has_small_letters(written.text) ? name.shown : readable_name(name.shown, false, words_);
  }

  // Shows the name with more words, unless its text is shorter, as with initials.
  void use_fuller(KnownPerson& known, const PersonName& name, const WrittenName& written) {
    const bool longer = name.words.size() > known.name.words.size();
    const bool initials = name.shown.size() < known.name.shown.size();
    if (longer && !initials) {
      known.name = name;
      groups_[known.group].shown = shown(name, written);
    }
  }

  void place(const PersonName& name, const WrittenName& written) {
    if (const auto group = group_of(name)) {
      groups_[*group].names.push_back(written);
      return;
    }
    known_.push_back({name, groups_.size()});
    Group group;
    group.shown = shown(name, written);
    group.names.push_back(written);
    groups_.push_back(std::move(group));
  }

  std::optional<std::size_t> group_of(const PersonName& name) const {
    for (const KnownPerson& known : known_)
      if (is_same(name, known.name)) return known.group;
    std::vector<std::size_t> fitting;
    for (const KnownPerson& known : known_)
      if (name.words.size() <= known.name.words.size() &&
          name_fit(name, known.name, words_) != NameFit::none &&
          std::find(fitting.begin(), fitting.end(), known.group) == fitting.end())
        fitting.push_back(known.group);
    if (fitting.size() == 1) return fitting.front();
    return nearest_before(fitting);
  }

  // Of several that fit, the one that was named last.
  std::optional<std::size_t> nearest_before(const std::vector<std::size_t>& fitting) const {
    std::optional<std::size_t> nearest;
    for (const std::size_t group : fitting) {
      const bool named = !groups_[group].names.empty();
      if (named && (!nearest || is_later(groups_[group], groups_[*nearest]))) nearest = group;
    }
    return nearest;
  }

  static bool is_later(const Group& a, const Group& b) {
    const Mention& x = a.names.back().name->mention;
    const Mention& y = b.names.back().name->mention;
    return std::pair(x.field, x.start) > std::pair(y.field, y.start);
  }

  std::vector<Group>& groups_;
  const NameWords& words_;
  std::vector<KnownPerson> known_;
};

// ---- organisations

class Companies {
 public:
  Companies(std::vector<Group>& groups, const Organisations& organisations, const NameWords& words)
      : groups_(groups), organisations_(organisations), words_(words) {}

  void add_all(const std::vector<WrittenName>& written) {
    std::vector<Named> own;
    for (const WrittenName& each : written)
      if (each.name->type == EntityType::organisation) own.push_back(named(each));
    // The longest first: shorter names are merged into them.
    std::vector<const Named*> by_length;
    for (const Named& each : own) by_length.push_back(&each);
    std::stable_sort(by_length.begin(), by_length.end(), [](const Named* a, const Named* b) {
      return a->written->text.size() > b->written->text.size();
    });
    for (const Named* each : by_length) learn(*each);
    for (const Named& each : own)
      groups_[group_of_key_.at(each.key)].names.push_back(*each.written);
  }

 private:
  // A name with what the list knows of it.
  struct Named {
    const WrittenName* written;
    std::string tidy;
    const Organisation* known;
    std::string key;
  };

  Named named(const WrittenName& written) const {
    Named name{&written, tidy_name(written.text), nullptr, {}};
    name.known = organisations_.find(name.tidy);
    name.key =
        name.known != nullptr ? name_key(name.known->name) : organisation_key(name.tidy, words_);
    if (name.key.empty() && name.known == nullptr) name.key = written.text;
    return name;
  }

  void learn(const Named& name) {
    if (group_of_key_.contains(name.key)) return;
    if (name.known == nullptr)
      if (const auto longer = longer_name(name)) {
        group_of_key_[name.key] = *longer;
        return;
      }
    group_of_key_[name.key] = groups_.size();
    Group group;
    group.type = EntityType::organisation;
    group.shown = name.known != nullptr ? std::string(name.known->name) : shown(name.written->text);
    if (name.known != nullptr) group.country = name.known->country;
    groups_.push_back(std::move(group));
    keys_.emplace_back(name.key, groups_.size() - 1);
  }

  std::string shown(std::string_view text) const {
    const std::string name = tidy_name(without_legal_form(text, words_));
    return has_small_letters(name) ? name : readable_name(name, true, words_);
  }

  // The organisation whose acronym or first words this is; nullopt if the article has none or
  // several.
  std::optional<std::size_t> longer_name(const Named& name) const {
    constexpr std::size_t kShortest = 4;
    const std::string& key = name.key;
    std::set<std::size_t> found;
    for (const auto& [longer, group] : keys_) {
      const bool begins = key.size() >= kShortest && longer.size() > key.size() &&
                          longer.starts_with(key) && longer[key.size()] == ' ';
      if (begins || is_acronym_of(name.tidy, groups_[group].shown, words_)) found.insert(group);
    }
    return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
  }

  std::vector<Group>& groups_;
  const Organisations& organisations_;
  const NameWords& words_;
  std::map<std::string, std::size_t> group_of_key_;
  std::vector<std::pair<std::string, std::size_t>> keys_;
};

// ---- places

class Places {
 public:
  Places(std::vector<Group>& groups, const Gazetteer& gazetteer, const NameWords& words)
      : groups_(groups), evidence_(gazetteer), words_(words) {}

  void add_all(const std::vector<WrittenName>& written, std::span<const PeopleWord> people_words) {
    std::vector<const WrittenName*> places;
    std::vector<PlaceName> names;
    for (const WrittenName& each : written) {
      if (each.name->type != EntityType::place) continue;
      places.push_back(&each);
      names.push_back({each.text, each.after});
    }
    for (const Group& group : groups_) evidence_.add_country(group.country);
    evidence_.add(names, people_words);
    for (std::size_t i = 0; i < names.size(); ++i)
      group_of(evidence_.choose(names, i), *places[i]).names.push_back(*places[i]);
    for (const PeopleWord& word : people_words)
      group_of(*word.place).demonyms.push_back(word.mention);
  }

 private:
  Group& group_of(const Place& place) {
    const auto [at, is_new] = of_place_.emplace(&place, groups_.size());
    if (is_new) {
      Group group;
      group.type = EntityType::place;
      group.shown = place.name;
      group.country = place.country;
      group.place = &place;
      groups_.push_back(std::move(group));
    }
    return groups_[at->second];
  }

  // `place`: null when the gazetteer has none of this name.
  Group& group_of(const Place* place, const WrittenName& written) {
    if (place != nullptr) return group_of(*place);
    const auto [at, is_new] = of_key_.emplace(name_key(written.text), groups_.size());
    if (is_new) {
      Group group;
      group.type = EntityType::place;
      const std::string name = tidy_name(written.text);
      group.shown = has_small_letters(name) ? name : readable_name(name, true, words_);
      groups_.push_back(std::move(group));
    }
    return groups_[at->second];
  }

  std::vector<Group>& groups_;
  PlaceEvidence evidence_;
  const NameWords& words_;
  std::map<const Place*, std::size_t> of_place_;
  std::map<std::string, std::size_t> of_key_;
};

// ---- entities

Entity entity_of(const Group& group) {
  Entity entity;
  entity.type = group.type;
  entity.name = group.shown;
  entity.country = group.country;
  entity.origin = Origin::model;
  entity.salience = 0;
  entity.confidence = group.names.empty() ? kConfidenceOfLists : 0;
  std::set<std::string> seen{group.shown};
  for (const WrittenName& written : group.names) {
    entity.mentions.push_back(written.name->mention);
    entity.confidence = std::max(entity.confidence, written.name->confidence);
    std::string alias = tidy_name(written.text);
    if (!alias.empty() && seen.insert(alias).second) entity.aliases.push_back(std::move(alias));
  }
  entity.demonyms = group.demonyms;
  return entity;
}

bool is_before(const Entity& a, const Entity& b) {
  const auto place = [](const Entity& each) {
    const std::vector<Mention>& mentions = each.mentions;
    if (mentions.empty()) return std::tuple(1, MentionField::body, 0u);
    return std::tuple(0, mentions.front().field, mentions.front().start);
  };
  return place(a) < place(b);
}

}  // namespace

std::vector<Entity> resolve_names(const Article& article, std::span<const Name> names,
                                  std::span<const PeopleWord> people_words,
                                  const Gazetteer& gazetteer, const Organisations& organisations,
                                  const NameWords& words) {
  const std::vector<WrittenName> written = written_names(article, names);
  std::vector<Group> groups;
  People(groups, words).add_all(written);
  Companies(groups, organisations, words).add_all(written);
  Places(groups, gazetteer, words).add_all(written, people_words);
  std::vector<Entity> resolved;
  for (const Group& group : groups)
    if (!group.names.empty() || !group.demonyms.empty()) resolved.push_back(entity_of(group));
  std::stable_sort(resolved.begin(), resolved.end(), is_before);
  return resolved;
}

}  // namespace newsindex
