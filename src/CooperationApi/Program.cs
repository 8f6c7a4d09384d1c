using CooperationApi.Agreements;
using CooperationApi.Exercises;
using CooperationApi.FactSheets;
using CooperationApi.ForcePosture;
using CooperationApi.Kernel;
using CooperationApi.Objectives;
using CooperationApi.Partners;
using CooperationApi.Peacekeeping;
using CooperationApi.Sales.Dcs;
using CooperationApi.Sales.Fms;
using CooperationApi.Search;

var builder = WebApplication.CreateBuilder(args);
builder.AddKernel();
builder.Services
    .AddFactSheets()
    .AddObjectives()
    .AddForcePosture()
    .AddExercises()
    .AddFmsSales()
    .AddDcsSales()
    .AddPeacekeeping()
    .AddAgreements()
    .AddPartners()
    .AddSearch();

var app = builder.Build();
var api = app.MapKernel();
api.MapPartners();
api.MapFactSheets();
api.MapExercises();
api.MapFmsSales();
api.MapDcsSales();
api.MapAgreements();
api.MapForcePosture();
api.MapPeacekeeping();
api.MapObjectives();
api.MapSearch();

return await Command.Run(app, args);
