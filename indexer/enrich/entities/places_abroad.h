// SPDX-License-Identifier: GPL-3.0-or-later
// Finds well-known places in texts that are not in English, by lists: "Deutschland", "München" and
// "Moskau" in a German article, 日本 in a Chinese one.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/lists/authority.h"
#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// Knows countries, continents, capitals and cities of a million people, by their names in the
// gazetteer and in the language of the article (CLDR, through ICU). Inflected names are not found.
// Thread-safe.
class PlacesAbroad {
 public:
  // The gazetteer must outlive this.
  explicit PlacesAbroad(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  // The places that title and body name, under their English names, with mentions, and with the
  // names that the article uses as aliases; origin `model`. A name followed by another capitalised
  // word is left out: "Georgia Novak" is no country. `language`: of the text; if it is empty, no
  // places are found.
  std::vector<Entity> find(const Article& article, std::string_view language,
                           Analyzer& analyzer) const;

 private:
  const Authority& names_in(std::string_view code) const;

  const Gazetteer& gazetteer_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<const Authority>> languages_;  // made on first use
};

}  // namespace newsindex
