// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/removals.h"

#include <utility>

#include "schema/archive/table_file.h"

namespace newsindex {

namespace fs = std::filesystem;

Removals Removals::read(const fs::path& archive, const std::string& name) {
  Removals removals;
  read_table(archive, kRemovalsTable, name, [&removals](TableRow& row) {
    std::string id = row.text();
    RemovedArticle article;
    article.time = row.text();
    article.how = row.text();
    article.purged = row.number<int>() != 0;
    article.reason = row.text();
    article.path = row.text();
    removals.by_id_.emplace_hint(removals.by_id_.end(), std::move(id), std::move(article));
  });
  return removals;
}

std::string Removals::write(const fs::path& archive, std::uint64_t revision) const {
  TableText table(kRemovalsTable);
  for (const auto& [id, article] : by_id_) {
    table.field(id);
    table.field(article.time);
    table.field(article.how);
    table.field(article.purged ? 1 : 0);
    table.field(article.reason);
    table.field(article.path);
    table.end_row();
  }
  return write_table(archive, kRemovalsTable, revision, std::move(table));
}

bool Removals::add(const std::string& id, const RemovedArticle& article) {
  const auto [at, is_new] = by_id_.try_emplace(id, article);
  if (is_new) return true;
  RemovedArticle& known = at->second;
  const RemovedArticle before = known;
  known.purged = known.purged || article.purged;
  if (known.reason.empty()) known.reason = article.reason;
  if (known.path.empty()) known.path = article.path;
  return known != before;
}

}  // namespace newsindex
