// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/docid_sets.h"

#include <algorithm>

namespace newsindex {
namespace {

class DocidSource : public Xapian::PostingSource {
 public:
  explicit DocidSource(std::shared_ptr<const DocidSets> sets) : sets_(std::move(sets)) {}

  PostingSource* clone() const override { return new DocidSource(sets_); }  // Xapian deletes it

  void init(const Xapian::Database& segment) override {
    static const std::vector<Xapian::docid> kNone;
    const auto found = sets_->find(segment.get_uuid());
    docids_ = found == sets_->end() ? &kNone : &found->second;
    next_ = 0;
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }

  void next(double) override {
    if (started_) ++next_;
    started_ = true;
  }
  void skip_to(Xapian::docid wanted, double) override {
    started_ = true;
    const auto from = docids_->begin() + static_cast<std::ptrdiff_t>(next_);
    next_ =
        static_cast<std::size_t>(std::lower_bound(from, docids_->end(), wanted) - docids_->begin());
  }
  bool at_end() const override { return next_ >= docids_->size(); }
  Xapian::docid get_docid() const override { return (*docids_)[next_]; }
  std::string get_description() const override { return "docids"; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(docids_->size()); }

  std::shared_ptr<const DocidSets> sets_;
  const std::vector<Xapian::docid>* docids_ = nullptr;
  std::size_t next_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::Query query_of(DocidSets sets) {
  Xapian::PostingSource* source =
      new DocidSource(std::make_shared<const DocidSets>(std::move(sets)));
  return Xapian::Query(source->release());
}

}  // namespace newsindex
