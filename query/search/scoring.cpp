// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/scoring.h"

#include <cmath>

#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Days = std::chrono::duration<double, std::ratio<86400>>;

class RecencySource : public Xapian::ValuePostingSource {
 public:
  RecencySource(std::int64_t now, double half_life_seconds)
      : ValuePostingSource(kOrderSlot), now_(now), half_life_(half_life_seconds) {}

  RecencySource* clone() const override {
    return new RecencySource(now_, half_life_);
  }  // Xapian deletes it

  void init(const Xapian::Database& segment) override {
    ValuePostingSource::init(segment);
    set_maxweight(kRecencyWeight);
  }

  double get_weight() const override {
    const auto seconds = unix_seconds_of_order_value(get_value());
    if (!seconds) return 0;
    const auto age = static_cast<double>(std::max<std::int64_t>(now_ - *seconds, 0));
    return kRecencyWeight * std::exp2(-age / half_life_);
  }

  std::string get_description() const override { return "recency"; }

 private:
  std::int64_t now_;
  double half_life_;
};

}  // namespace

Xapian::BM25Weight text_weighting() {
  constexpr double kK1 = 1.2, kK2 = 0, kK3 = 1, kB = 0.75, kLeastLength = 0.5;
  return {kK1, kK2, kK3, kB, kLeastLength};
}

Xapian::Query recency(std::int64_t now, Days half_life) {
  Xapian::PostingSource* source =
      new RecencySource(now, std::chrono::duration<double>(half_life).count());
  return Xapian::Query(source->release());
}

std::string OldestFirst::operator()(const Xapian::Document& document) const {
  std::string value = document.get_value(kOrderSlot);
  return unix_seconds_of_order_value(value) ? value : "\xff" + value;
}

}  // namespace newsindex
