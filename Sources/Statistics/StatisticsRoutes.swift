import Web

enum StatisticsRoutes {
    static func add(to routes: inout Routes) {
    }
}
