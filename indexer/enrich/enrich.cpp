// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/enrich.h"

#include <utility>

#include "indexer/enrich/language.h"
#include "indexer/enrich/mentions.h"

namespace newsindex {

struct Enricher::Parts {};

Enricher::Enricher(const EnrichSettings&) : parts_(std::make_unique<Parts>()) {}
Enricher::~Enricher() = default;

Article Enricher::enrich(Article article) const {
  if (article.language.empty()) article.language = detected_language(article.title, article.body);
  find_mentions(article);
  return article;
}

}  // namespace newsindex
