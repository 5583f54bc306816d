// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/bearers.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "schema/archive/table_file.h"
#include "schema/segment/columns.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr int kMonthsOfYear = 12;

std::string month_text(int month) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d", month / kMonthsOfYear, month % kMonthsOfYear + 1);
  return text;
}

bool is_before(const Mention& a, const Mention& b) {
  return std::pair(a.field, a.start) < std::pair(b.field, b.start);
}

// Merges an entity into another one that is the same person.
void take_over(Entity& into, Entity from) {
  into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
  std::sort(into.mentions.begin(), into.mentions.end(), is_before);
  into.salience = std::max(into.salience, from.salience);
  into.confidence = std::max(into.confidence, from.confidence);
  from.aliases.insert(from.aliases.begin(), std::move(from.name));
  for (std::string& alias : from.aliases)
    if (alias != into.name &&
        std::find(into.aliases.begin(), into.aliases.end(), alias) == into.aliases.end())
      into.aliases.push_back(std::move(alias));
}

}  // namespace

int month_of_column(std::int32_t day) {
  constexpr int kYear = 1;
  if (day == kUndated || (day & 3) == kYear) return kNoMonth;
  const Day first = days_of_column(day).first;
  return static_cast<int>(first.year()) * kMonthsOfYear +
         static_cast<int>(static_cast<unsigned>(first.month())) - 1;
}

std::string to_string(const MonthRange& months) {
  if (months.last == kNoMonth) return "undated";
  return month_text(months.first) + ".." + month_text(months.last);
}

Bearers Bearers::read(const fs::path& archive, const std::string& name) {
  Bearers bearers;
  std::string short_name;
  std::vector<Bearer> of_name;
  read_table(archive, kBearersTable, name, [&](TableRow& row) {
    std::string next = row.text();
    if (next != short_name) bearers.set(short_name, std::exchange(of_name, {}));
    short_name = std::move(next);
    Bearer& bearer = of_name.emplace_back();
    bearer.months.first = row.number<int>();
    bearer.months.last = row.number<int>();
    bearer.confidence = row.number<int>();
    bearer.key = row.text();
    bearer.name = row.text();
  });
  bearers.set(short_name, std::move(of_name));
  return bearers;
}

std::string Bearers::write(const fs::path& archive, std::uint64_t revision) const {
  TableText table(kBearersTable);
  for (const auto& [short_name, bearers] : by_short_name_)
    for (const Bearer& bearer : bearers) {
      table.field(short_name);
      table.field(bearer.months.first);
      table.field(bearer.months.last);
      table.field(bearer.confidence);
      table.field(bearer.key);
      table.field(bearer.name);
      table.end_row();
    }
  return write_table(archive, kBearersTable, revision, std::move(table));
}

void Bearers::set(const std::string& short_name, std::vector<Bearer> bearers) {
  if (const auto known = by_short_name_.find(short_name); known != by_short_name_.end()) {
    for (const Bearer& bearer : known->second) {
      const auto [from, to] = short_names_.equal_range(bearer.key);
      const auto link =
          std::find_if(from, to, [&](const auto& each) { return each.second == short_name; });
      if (link != to) short_names_.erase(link);
    }
    by_short_name_.erase(known);
  }
  if (bearers.empty()) return;
  for (const Bearer& bearer : bearers) short_names_.emplace(bearer.key, short_name);
  by_short_name_.emplace(short_name, std::move(bearers));
}

std::span<const Bearer> Bearers::of(const std::string& short_name) const {
  const auto found = by_short_name_.find(short_name);
  return found == by_short_name_.end() ? std::span<const Bearer>() : found->second;
}

const Bearer* Bearers::of(const std::string& short_name, int month) const {
  for (const Bearer& bearer : of(short_name))
    if (bearer.months.first <= month && month <= bearer.months.last) return &bearer;
  return nullptr;
}

std::map<std::string, std::vector<MonthRange>> Bearers::short_names_of(
    const std::string& key) const {
  std::map<std::string, std::vector<MonthRange>> names;
  const auto [from, to] = short_names_.equal_range(key);
  for (auto each = from; each != to; ++each) names[each->second];
  for (auto& [short_name, months] : names)
    for (const Bearer& bearer : of(short_name))
      if (bearer.key == key) months.push_back(bearer.months);
  return names;
}

const Bearers& BearersTable::get() const {
  const std::lock_guard lock(reading_);
  if (!bearers_) bearers_ = Bearers::read(archive_, name_);
  return *bearers_;
}

void name_bearers(Article& article, const Bearers& bearers, Analyzer& analyzer, SamePerson same) {
  if (bearers.all().empty()) return;
  const int month = month_of_column(column_day(article.published));
  std::vector<std::string> keys;
  for (const Entity& entity : article.entities)
    keys.push_back(entity.type == EntityType::person ? folded_words(analyzer, entity.name)
                                                     : std::string());
  for (std::size_t i = 0; i < article.entities.size();) {
    Entity& entity = article.entities[i];
    const Bearer* bearer = bearers.of(keys[i], month);
    if (bearer == nullptr) {
      ++i;
      continue;
    }
    const auto whole = std::find(keys.begin(), keys.end(), bearer->key);
    if (same == SamePerson::joined && whole != keys.end()) {
      take_over(article.entities[static_cast<std::size_t>(whole - keys.begin())],
                std::move(entity));
      article.entities.erase(article.entities.begin() + static_cast<std::ptrdiff_t>(i));
      keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    entity.found_as = std::exchange(entity.name, bearer->name);
    std::erase(entity.aliases, entity.name);
    entity.aliases.insert(entity.aliases.begin(), entity.found_as);
    if (entity.origin == Origin::model) entity.origin = Origin::archive;
    entity.bearer_confidence = bearer->confidence;
    keys[i++] = bearer->key;
  }
}

void unname_bearers(Article& article) {
  for (Entity& entity : article.entities) {
    if (entity.origin == Origin::archive) entity.origin = Origin::model;
    if (entity.found_as.empty()) continue;
    std::erase(entity.aliases, entity.found_as);
    entity.name = std::exchange(entity.found_as, {});
    entity.bearer_confidence = 0;
  }
}

}  // namespace newsindex
