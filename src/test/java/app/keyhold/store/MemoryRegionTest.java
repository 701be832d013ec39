package app.keyhold.store;

import app.keyhold.kms.RegionStore;

class MemoryRegionTest extends RegionContract {
    @Override
    RegionStore open() {
        return new MemoryRegion(Samples.REGION, Samples.SIGNING);
    }
}
